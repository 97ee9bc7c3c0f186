"""A folder of evaluation data with made-up standards, links and phrases."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "catalogue" / "standards"))

from small_standards import write_standards, write_workbook

AGENT, CASHIER = (f"http://example.org/occupation/{name}" for name in ("agent", "cashier"))
EMPLOYMENT = (
    ("OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP"),
    ("43-4051", "Customer Service Representatives", "detailed", "2800000"),
    ("41-2011", "Cashiers", "detailed", "**"),
)


def write_folder(folder: Path) -> Path:
    """Every file that the tasks of titles and skills read, two or three rows each."""
    write_standards(folder / "standards")
    write_workbook(folder / "standards" / "national_M2024_dl.xlsx", EMPLOYMENT)
    files = {
        "standards/onet/task_statements.csv": "O*NET-SOC Code,Task\n43-4051.00,Answer calls\n41-2011.00,Take money\n",
        "titles/jobbert/titles.test.csv": (
            f",vacancyTitle,conceptUri\n0,Phone Agents (urgent),{AGENT}\n1,Nobody,http://example.org/gone\n"
            f"2,Till operator,{CASHIER}\n"
        ),
        "titles/melo_usa/corpus_elements.tsv": "C1\tcall centre agent\nC2\tcashier\nC3\ttill operator\n",
        "titles/melo_usa/concept_mapping.tsv": "C1\tagent\nC2\tcashier\nC3\tcashier\n",
        "titles/melo_usa/queries.tsv": "Q1\tCashiers\n",
        "titles/melo_usa/annotations.tsv": "Q1\t0\tC2\t1\nQ1\t0\tC3\t1\n",
        "titles/zbib2022/corpus_documents.tsv": "a\tcashier\nb\ttill operator\nc\tphone agent\n",
        "titles/zbib2022/queries.tsv": "q\tcashiers\n",
        "titles/zbib2022/annotations.tsv": "q\t0\ta\t1\nq\t0\tb\t1\n",
        "titles/craigslistJobTitles.csv": "category,jobtitle\n"
        + "".join(f"customerservice,customer agent {n}\nlabor,yard hand {n}\n" for n in range(20)),
        "skills/decorte/skills_en_label.txt": "handle customer complaints\noperate cash register\n",
    }
    sentences = "sentence,label\nUse the till,operate cash register\nSmile,LABEL NOT PRESENT\n"
    files |= {f"skills/decorte/{name}_test_annotations.csv": sentences for name in ("tech", "house", "techwolf")}
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder
