"""Small tables in the shape the publishers give them; their content is made up."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

OCCUPATIONS = """PK,O*NET-SOC Code,Title,Description
1,43-4051.00,Customer Service Representatives,Answer customers. Handle complaints.
2,41-2011.00,Cashiers,Take payments.
"""
ALTERNATES = (
    ("O*NET-SOC Code", "Title", "Alternate Title", "Short Title"),
    ("43-4051.00", "Customer Service Representatives", "Call Center Agent", "n/a"),
    ("41-2010.00", "Cashiers", "Till Operator", ""),
    ("99-9999.00", "Gone Occupation", "Nobody", ""),
)
ESCO = """conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,description
Occupation,http://example.org/occupation/agent,4222,call centre agent,"phone agent
call center agent",,Answers calls.
Occupation,http://example.org/occupation/cashier,5230,cashier,till operator,,Takes payments.
"""
SKILLS = """conceptType,conceptUri,skillType,preferredLabel,altLabels,description
Skill,http://example.org/skill/complaints,skill,handle customer complaints,deal with complaints | manage complaints,A.
Skill,http://example.org/skill/cash,skill,operate cash register,use till,Takes money.
"""
CROSSWALK = """Mapping project name,made up,
Version,1,
O*NET Id,O*NET Title,ESCO or ISCO URI,Type of Match
43-4051,Customer Service Representatives,http://example.org/occupation/agent,exactMatch
41-2011.00,Cashiers,http://example.org/isco/C5230,broadMatch
"""

_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def write_workbook(path: Path, rows: tuple[tuple[str, ...], ...], *, declaration: str = "") -> Path:
    """A workbook of one sheet whose texts lie in the shared table, empty cells left out as spreadsheets do."""
    texts = sorted({cell for row in rows for cell in row if cell})
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    lines = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{"ABCDEFGH"[place]}{number}" t="s"><v>{texts.index(cell)}</v></c>'
            for place, cell in enumerate(row)
            if cell
        )
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_NAMESPACE}">{strings}</sst>')
        sheet = f'<worksheet xmlns="{_NAMESPACE}"><sheetData>{lines}</sheetData></worksheet>'
        archive.writestr("xl/worksheets/sheet1.xml", declaration + sheet)
    return path


def write_standards(folder: Path) -> Path:
    """O*NET, ESCO and their crosswalk, each in a folder of its own."""
    for name in ("onet", "esco", "crosswalk"):
        (folder / name).mkdir(parents=True)
    (folder / "onet" / "occupation_data.csv").write_text(OCCUPATIONS, encoding="utf-8-sig")
    write_workbook(folder / "onet" / "Alternate Titles.xlsx", ALTERNATES)
    (folder / "esco" / "occupations_en.csv").write_text(ESCO, encoding="utf-8")
    (folder / "esco" / "skills_en.csv").write_text(SKILLS, encoding="utf-8")
    (folder / "crosswalk" / "crosswalk_esco_onet.csv").write_text(CROSSWALK, encoding="utf-8-sig")
    return folder
