"""The verdict as JUnit XML: a suite a file, a case a rule, for continuous-integration pages."""

import xml.etree.ElementTree as ET

from enforcer.domain.sentence import Translate, words
from enforcer.domain.verdict import Verdict
from enforcer.verdicts.grouping import Options, blocks
from enforcer.verdicts.lines import harmless


def render(verdict: Verdict, options: Options, translate: Translate) -> str:
    """A rule with open errors (with `strict`, warnings too) is a failed case; what was not examined is skipped."""
    failing = {"error", "warning"} if options.strict else {"error"}
    suites = ET.Element("testsuites", name="enforcer")
    for examined in verdict.files:
        suite = ET.SubElement(suites, "testsuite", name=harmless(words(examined.reading.file)))
        for block in blocks(examined.findings, translate):
            case = ET.SubElement(
                suite, "testcase", name=f"{block.code} {translate(block.first.title)}", classname=block.first.name
            )
            text = "\n".join(
                f"{harmless(one.place.address)}: {harmless(one.message.render(translate))}" for one in block.findings
            )
            if block.first.severity in failing and block.first.counts:
                ET.SubElement(case, "failure", message=harmless(block.faults[0].message)).text = text
            else:
                ET.SubElement(case, "system-out").text = text
        for one in examined.unexamined:
            case = ET.SubElement(suite, "testcase", name=one.code, classname=one.cause)
            ET.SubElement(case, "skipped", message=harmless(one.reason.render(translate)))
        failed = len(suite.findall("testcase/failure"))
        suite.set("tests", str(len(suite)))
        suite.set("failures", str(failed))
        suite.set("skipped", str(len(examined.unexamined)))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"
