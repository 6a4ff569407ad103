"""Runs geotrack's filter of lines on every partition of a Spark job and prints what comes back, in order.

Arguments: the program, the theatre's folder, a file with one article a line, the number of partitions.
"""

import json
import shlex
import sys

from pyspark import SparkConf, SparkContext

program, theatre, articles, partitions = sys.argv[1:5]
configuration = (
    SparkConf()
    .setMaster("local[2]")
    .setAppName("geotrack")
    .set("spark.ui.enabled", "false")
    .set("spark.driver.host", "127.0.0.1")
    .set("spark.driver.bindAddress", "127.0.0.1")
)
context = SparkContext(conf=configuration)
context.setLogLevel("ERROR")
with open(articles, encoding="utf-8") as file:
    lines = [line.rstrip("\n") for line in file]
command = f"{shlex.quote(program)} read --ndjson --theatre {shlex.quote(theatre)}"
numbered = context.parallelize(lines, int(partitions))
for line in numbered.pipe(command, checkCode=True).collect():
    json.loads(line)
    print(line)
context.stop()
