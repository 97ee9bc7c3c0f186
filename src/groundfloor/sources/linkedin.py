"""A LinkedIn export, a zip of CSV files, as text."""

import csv
import io
import zipfile
from typing import Any

from groundfloor.model.document import LineLook
from groundfloor.sources.json_resume import set_as_text
from groundfloor.sources.zipped import LINKEDIN_FILES, open_zipped, read_entry


def read_linkedin(data: bytes, where: str) -> tuple[str, tuple[LineLook, ...]]:
    """Sets the profile, positions, education, skills, languages and certificates of an export as text.

    Nothing else in the export is opened. A position without an end is the current one.

    Raises:
        GroundfloorError: ``file-not-its-kind``, ``file-too-large``.
    """
    with open_zipped(data, where) as archive:
        tables = {name: _table(archive, name, where) for name in LINKEDIN_FILES}
    return set_as_text(_record(tables)), ()


def _table(archive: zipfile.ZipFile, name: str, where: str) -> list[dict[str, str]]:
    entry = next((entry for entry in archive.namelist() if entry.rpartition("/")[2] == name), None)
    if entry is None:
        return []
    words = read_entry(archive, entry, where).decode("utf-8-sig", errors="replace")
    return [{key: value for key, value in row.items() if key and value} for row in csv.DictReader(io.StringIO(words))]


def _record(tables: dict[str, list[dict[str, str]]]) -> dict[str, Any]:
    profile = next(iter(tables["Profile.csv"]), {})
    name = " ".join(profile[key] for key in ("First Name", "Last Name") if key in profile)
    return {
        "basics": {"name": name, "label": profile.get("Headline"), "summary": profile.get("Summary")},
        "work": [
            {
                "name": row.get("Company Name"),
                "position": row.get("Title"),
                "startDate": row.get("Started On"),
                "endDate": row.get("Finished On"),
                "location": row.get("Location"),
                "summary": row.get("Description"),
            }
            for row in tables["Positions.csv"]
        ],
        "education": [
            {
                "institution": row.get("School Name"),
                "studyType": row.get("Degree Name"),
                "startDate": row.get("Start Date"),
                "endDate": row.get("End Date"),
            }
            for row in tables["Education.csv"]
        ],
        "skills": [{"name": row.get("Name")} for row in tables["Skills.csv"]],
        "languages": [
            {"language": row.get("Name"), "fluency": row.get("Proficiency")} for row in tables["Languages.csv"]
        ],
        "certificates": [
            {"name": row.get("Name"), "issuer": row.get("Authority"), "date": row.get("Started On")}
            for row in tables["Certifications.csv"]
        ],
    }
