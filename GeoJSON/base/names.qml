<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Temporal|MapTips" labelsEnabled="1">
  <temporal enabled="0" mode="2" startField="" endField="" limitMode="0" accumulate="0" fixedDuration="0" durationUnit="d" durationField="" startExpression="" endExpression=""/>
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
    <rules key="{all}">
      <rule key="{rule-0}" symbol="0" label="Name"/>
    </rules>
    <symbols>
      <symbol type="marker" name="0" alpha="1.0" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="size" value="0.1"/>
            <Option type="QString" name="size_unit" value="MM"/>
            <Option type="QString" name="color" value="255,255,255,0"/>
            <Option type="QString" name="outline_color" value="0,0,0,0"/>
            <Option type="QString" name="outline_style" value="no"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="rule-based">
    <rules key="{all}">
      <rule key="{label-0}" description="cities" filter="&quot;rank&quot; = 1">
        <settings calloutType="simple">
          <text-style fieldName="name" isExpression="0" fontSize="10.0" fontSizeUnit="Point" fontWeight="75" textColor="#111111" textOpacity="1" allowHtml="0" textOrientation="horizontal" multilineHeight="1" capitalization="0">
            <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferNoFill="1" bufferJoinStyle="128"/>
          </text-style>
          <text-format multilineAlign="3" wrapChar=""/>
          <placement placement="6" predefinedPositionOrder="R,TR,BR,TSR,BSR,L,TL,BL" dist="1.2" distUnits="MM" offsetType="1" priority="9"/>
          <rendering drawLabels="1" displayAll="0" obstacle="1" obstacleFactor="1" unplacedVisibility="0"/>
        </settings>
      </rule>
      <rule key="{label-1}" description="towns" filter="&quot;rank&quot; = 2">
        <settings calloutType="simple">
          <text-style fieldName="name" isExpression="0" fontSize="9.0" fontSizeUnit="Point" fontWeight="50" textColor="#111111" textOpacity="1" allowHtml="0" textOrientation="horizontal" multilineHeight="1" capitalization="0">
            <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferNoFill="1" bufferJoinStyle="128"/>
          </text-style>
          <text-format multilineAlign="3" wrapChar=""/>
          <placement placement="6" predefinedPositionOrder="R,TR,BR,TSR,BSR,L,TL,BL" dist="1.2" distUnits="MM" offsetType="1" priority="7"/>
          <rendering drawLabels="1" displayAll="0" obstacle="1" obstacleFactor="1" unplacedVisibility="0"/>
        </settings>
      </rule>
      <rule key="{label-2}" description="bases, airports, ruins" filter="&quot;rank&quot; = 3" scalemaxdenom="1000000">
        <settings calloutType="simple">
          <text-style fieldName="name" isExpression="0" fontSize="9.0" fontSizeUnit="Point" fontWeight="50" textColor="#111111" textOpacity="1" allowHtml="0" textOrientation="horizontal" multilineHeight="1" capitalization="0">
            <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferNoFill="1" bufferJoinStyle="128"/>
          </text-style>
          <text-format multilineAlign="3" wrapChar=""/>
          <placement placement="6" predefinedPositionOrder="R,TR,BR,TSR,BSR,L,TL,BL" dist="1.2" distUnits="MM" offsetType="1" priority="5"/>
          <rendering drawLabels="1" displayAll="0" obstacle="1" obstacleFactor="1" unplacedVisibility="0"/>
        </settings>
      </rule>
      <rule key="{label-3}" description="villages and suburbs" filter="&quot;rank&quot; = 4" scalemaxdenom="500000">
        <settings calloutType="simple">
          <text-style fieldName="name" isExpression="0" fontSize="8.0" fontSizeUnit="Point" fontWeight="50" textColor="#111111" textOpacity="1" allowHtml="0" textOrientation="horizontal" multilineHeight="1" capitalization="0">
            <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferNoFill="1" bufferJoinStyle="128"/>
          </text-style>
          <text-format multilineAlign="3" wrapChar=""/>
          <placement placement="6" predefinedPositionOrder="R,TR,BR,TSR,BSR,L,TL,BL" dist="1.2" distUnits="MM" offsetType="1" priority="3"/>
          <rendering drawLabels="1" displayAll="0" obstacle="1" obstacleFactor="1" unplacedVisibility="0"/>
        </settings>
      </rule>
      <rule key="{label-4}" description="quarters and landmarks" filter="&quot;rank&quot; = 5" scalemaxdenom="125000">
        <settings calloutType="simple">
          <text-style fieldName="name" isExpression="0" fontSize="8.0" fontSizeUnit="Point" fontWeight="50" textColor="#111111" textOpacity="1" allowHtml="0" textOrientation="horizontal" multilineHeight="1" capitalization="0">
            <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferNoFill="1" bufferJoinStyle="128"/>
          </text-style>
          <text-format multilineAlign="3" wrapChar=""/>
          <placement placement="6" predefinedPositionOrder="R,TR,BR,TSR,BSR,L,TL,BL" dist="1.2" distUnits="MM" offsetType="1" priority="1"/>
          <rendering drawLabels="1" displayAll="0" obstacle="1" obstacleFactor="1" unplacedVisibility="0"/>
        </settings>
      </rule>
    </rules>
  </labeling>
  <previewExpression>&quot;name&quot;</previewExpression>
</qgis>
