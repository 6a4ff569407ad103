<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Temporal|MapTips" labelsEnabled="0">
  <temporal enabled="1" mode="2" startField="start" endField="end" limitMode="0" accumulate="0" fixedDuration="0" durationUnit="d" durationField="" startExpression="" endExpression=""/>
  <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
    <rules key="{all}">
      <rule key="{rule-0}" symbol="0" label="fighting somewhere in the region"/>
    </rules>
    <symbols>
      <symbol type="fill" name="0" alpha="0.6" clip_to_extent="1" force_rhr="0">
        <layer class="LinePatternFill" enabled="1" pass="0" locked="0">
          <Option type="Map">
            <Option type="QString" name="angle" value="135"/>
            <Option type="QString" name="color" value="#ffffff"/>
            <Option type="QString" name="distance" value="5.0"/>
            <Option type="QString" name="distance_unit" value="MM"/>
            <Option type="QString" name="line_width" value="0.5"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
          </Option>
          <symbol type="line" name="@0@0" alpha="1.0" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" pass="0" locked="0">
              <Option type="Map">
                <Option type="QString" name="line_color" value="#ffffff"/>
                <Option type="QString" name="line_width" value="0.5"/>
                <Option type="QString" name="line_width_unit" value="MM"/>
                <Option type="QString" name="line_style" value="solid"/>
                <Option type="QString" name="capstyle" value="round"/>
                <Option type="QString" name="joinstyle" value="round"/>
              </Option>
            </layer>
          </symbol>
        </layer>
        <layer class="LinePatternFill" enabled="1" pass="0" locked="0">
          <Option type="Map">
            <Option type="QString" name="angle" value="135"/>
            <Option type="QString" name="color" value="#111111"/>
            <Option type="QString" name="distance" value="5.0"/>
            <Option type="QString" name="distance_unit" value="MM"/>
            <Option type="QString" name="line_width" value="0.15"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
          </Option>
          <symbol type="line" name="@0@1" alpha="1.0" clip_to_extent="1" force_rhr="0">
            <layer class="SimpleLine" enabled="1" pass="0" locked="0">
              <Option type="Map">
                <Option type="QString" name="line_color" value="#111111"/>
                <Option type="QString" name="line_width" value="0.15"/>
                <Option type="QString" name="line_width_unit" value="MM"/>
                <Option type="QString" name="line_style" value="solid"/>
                <Option type="QString" name="capstyle" value="round"/>
                <Option type="QString" name="joinstyle" value="round"/>
              </Option>
            </layer>
          </symbol>
        </layer>
        <layer class="SimpleLine" enabled="1" pass="0" locked="0">
          <Option type="Map">
            <Option type="QString" name="line_color" value="#111111"/>
            <Option type="QString" name="line_width" value="0.3"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="capstyle" value="flat"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="use_custom_dash" value="1"/>
            <Option type="QString" name="customdash" value="1.0;2.0"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <previewExpression>&quot;region_name&quot;</previewExpression>
  <mapTip enabled="1">Fighting somewhere in &lt;b&gt;[% replace(replace(replace(coalesce(to_string(&quot;region_name&quot;), &#39;&#39;), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;) %]&lt;/b&gt;&lt;br&gt;[% format_date(&quot;start&quot;, &#39;d MMM yyyy&#39;) %] until before [% format_date(&quot;end&quot;, &#39;d MMM yyyy&#39;) %]</mapTip>
</qgis>
