"""Made-up résumés in many layouts: how jobs are headed, how dates are written, what stands around them."""

from itertools import cycle, islice
from typing import NamedTuple

from fpdf import FPDF

HEADS = {
    "all on one line": "{title}, {employer}, {dates}",
    "employer with the dates at the margin": "{employer} - {place}\t{dates}\n{title}",
    "dates on their own line first": "{dates}\n{title}\n{employer}",
    "bars between employer, place and dates": "{title}\n{employer} | {place} | {dates}",
    "dates in brackets behind the employer": "{employer} ({dates})\n{title}",
    "dates and a colon first": "{dates}: {title}, {employer}",
    "dates in brackets behind the title": "{title} ({dates})\n{employer}, {place}",
    "title in capitals": "{TITLE}\t{dates}\n{employer}",
    "three lines": "{employer}\n{title}\n{dates}",
    "in words": "{title} at {employer} from {dates}",
    "labels": "Position: {title}\nCompany: {employer}\nDates: {dates}",
    "other labels": "Job Title: {title}\nEmployer: {employer}, {place}\nEmployed: {dates}",
    "dashes": "{title} - {employer} - {place} - {dates}",
    "a row of a table": "{dates}\t{title}\t{employer}",
    "employer and place, then dates and title": "{employer} {place}\n{dates} {title}",
    "title and dates under the employer": "{employer}, {place}\n{title} | {dates}",
    "everything in capitals": "{EMPLOYER}, {PLACE}\n{dates}\n{TITLE}",
    "stars for bold": "**{title}** — {employer} ({place}) — {dates}",
    "middle dots": "{dates} · {title} · {employer}",
    "slashes": "{title} / {employer} / {dates}",
    "the head is a bullet": "• {title}, {employer} ({dates})",
    "dates, employer, then title": "{dates} {employer}, {place}\n{title}",
    "four lines, dates last": "{employer}\n{place}\n{title}\n{dates}",
    "dates in square brackets": "[{dates}]\n{title}, {employer}",
    "a sentence": "Worked as a {title} for {employer}, {dates}.",
    "title first, dates on the fourth line": "{title}\n{employer}\n{place}\n{dates}",
    "title, dates, employer": "{title}\n{dates}\n{employer}, {place}",
    "employer and a colon": "{employer}: {title} ({dates})",
    "an at sign": "{title} @ {employer}\t{dates}",
    "an employer without name, then the title": "{dates}\nCompany Name City , State\n{title}",
    "an employer without name, all on one line": "Company Name City , State {title} {dates}",
    "dates between title and employer": "{title} {dates} Company Name City , State",
    "a dash without blanks": "{title}-{employer}\t{dates}",
    "with": "{title} with {employer}, {dates}",
    "employer with dates, then the title": "{employer} {dates}\n{title}",
    "organisation and role": "{dates}\nRole: {title}\nOrganization: {employer}",
    "employer and title, dates and place": "{employer} – {title}\n{dates} – {place}",
    "marks of Markdown": "### {title}\n*{employer}*, {dates}",
}
"""What the head of a job looks like."""

DATES = (
    "January 2018 - March 2020|May 2015 - August 2017|June 2012 - October 2014",
    "Jan 2018 – Present|May 2015 – Aug 2017|Jun 2012 – Oct 2014",
    "Jan. 2018–Mar. 2020|May 2015–Aug. 2017|Jun. 2012–Oct. 2014",
    "JAN 2018 to CURRENT|MAY 2015 to AUG 2017|JUN 2012 to OCT 2014",
    "01/2018 - 03/2020|05/2015 - 08/2017|06/2012 - 10/2014",
    "1/2018 until present|5/2015 until 8/2017|6/2012 until 10/2014",
    "2018-01 to 2020-03|2015-05 to 2017-08|2012-06 to 2014-10",
    "01.2018 – 03.2020|05.2015 – 08.2017|06.2012 – 10.2014",
    "Jan '18 – now|May '15 – Aug '17|Jun '12 – Oct '14",
    "1/15/2018 through 3/1/2020|5/1/2015 through 8/31/2017|6/4/2012 through 10/9/2014",
    "01/18-03/20|05/15-08/17|06/12-10/14",
    "2018/01 ~ 2020/03|2015/05 ~ 2017/08|2012/06 ~ 2014/10",
    "January, 2018 to date|May, 2015 to August, 2017|June, 2012 to October, 2014",
    "Jan-18 to Mar-20|May-15 to Aug-17|Jun-12 to Oct-14",
    "Jan2018 - Today|May2015 - Aug2017|Jun2012 - Oct2014",
    "15 January 2018 – 1 March 2020|1 May 2015 – 31 August 2017|4 June 2012 – 9 October 2014",
)
"""Dates of three jobs, as people write them."""

HEADINGS = (
    "WORK EXPERIENCE",
    "Employment History",
    "Where I have worked",
    "Relevant Experience:",
    "W O R K   E X P E R I E N C E",
    "Career",
    "Positions Held",
    "1. Experience",
    "Professional Background",
    "",
    "Occupational History",
    "My time behind the counter",
    "* Paid Work *",
)
"""Headings over the jobs: usual ones, rare ones, one that nobody could foresee, and none."""

BULLETS = ("• ", "- ", "* ", "", "o ", "➢ ", "– ", "✓ ", "1. ", "> ", "\uf0b7 ")
_JOBS = (
    ("Call Center Agent", "Quickdial Services", "Leeds, UK"),
    ("Head Cashier", "Corner Foods Inc.", "Tampa, FL"),
    ("Front Desk Agent", "Palm Court Hotel", "Akron, Ohio"),
)
_TOLD = (
    "Answered calls and e-mails about bills",
    "Counted the till each night",
    "Resolved complaints with patience",
    "Trained new staff on the till",
)
_BEFORE_AND_AFTER = (
    ("SUMMARY\nReliable worker with years in shops.", "EDUCATION\nHigh School Diploma, Mill Road High School, 2005"),
    ("EDUCATION\nHigh School Diploma, Mill Road High School, 2005", "SKILLS\nMicrosoft Excel, patience"),
    ("", ""),
    ("SKILLS\nMicrosoft Excel, patience\n\nEDUCATION\nHigh School Diploma, 2005", ""),
)


class Sketch(NamedTuple):
    """One made-up résumé: its parts as text and the titles and starts of its jobs."""

    before: str
    jobs: str
    after: str

    @property
    def text(self) -> str:
        """The whole as plain text."""
        return "\n\n".join(
            part for part in ("Dana Moore\ndana@example.org", self.before, self.jobs, self.after) if part
        )


TITLES = [title for title, _, _ in _JOBS]
STARTS = ["2018-01", "2015-05", "2012-06"]


def sketches(count: int) -> list[tuple[str, Sketch]]:
    """That many résumés with what is special in each head; every way of writing each part comes up, never in step."""
    ways = zip(
        cycle(HEADS.items()), cycle(DATES), cycle(HEADINGS), cycle(BULLETS), cycle(_BEFORE_AND_AFTER), strict=False
    )
    return [
        (f"{name}, {dates.partition('|')[0]}, under {heading!r}", _sketch(head, dates, heading, bullet, *around))
        for (name, head), dates, heading, bullet, around in islice(ways, count)
    ]


def _sketch(head: str, dates: str, heading: str, bullet: str, before: str, after: str) -> Sketch:
    jobs = [
        _job(head, words, written, bullet, told=1 + (len(head) + at) % 3)
        for at, (words, written) in enumerate(zip(_JOBS, dates.split("|"), strict=True))
    ]
    return Sketch(before, "\n".join([*([heading] if heading else []), *jobs]), after)


def _job(head: str, words: tuple[str, str, str], dates: str, bullet: str, *, told: int) -> str:
    title, employer, place = words
    named = {"title": title, "employer": employer, "place": place}
    line = head.format(dates=dates, **named, **{name.upper(): value.upper() for name, value in named.items()})
    return "\n".join([line, *(bullet + one for one in _TOLD[:told])]) + ("\n" if told > 1 else "")


class _Page(FPDF):
    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 5, "Dana Moore - Curriculum Vitae", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-12)
        self.cell(0, 5, f"Page {self.page_no()} of 2")


def long_pdf(sketch: Sketch, *, blank_lines: int) -> bytes:
    """The résumé as a PDF with running heads and feet, pushed down so that a page ends inside the jobs."""
    page = _Page()
    page.add_page()
    page.set_font("Helvetica", size=11)
    page.set_y(blank_lines * 5)
    _write(page, sketch.text, 0)
    return bytes(page.output())


def two_column_pdf(sketch: Sketch, *, jobs_left: bool) -> bytes:
    """The résumé as a PDF with the jobs in one column and the rest beside them, line by line on one grid."""
    page = FPDF()
    page.add_page()
    page.set_font("Helvetica", size=9)
    beside = f"{sketch.before}\n\n{sketch.after}\n\nLANGUAGES\nSpanish\nPortuguese\n\nINTERESTS\nCycling\nChess"
    columns = ((sketch.jobs, 10, 115), (beside, 135, 60)) if jobs_left else ((sketch.jobs, 80, 115), (beside, 10, 60))
    for words, left, width in columns:
        page.set_y(30)
        page.set_left_margin(left)
        _write(page, words.strip(), width)
    return bytes(page.output())


def _write(page: FPDF, words: str, width: float) -> None:
    plain = words.translate(str.maketrans("–—➢✓•\uf0b7", "--**--")).replace("\t", " " * 8)
    for line in plain.split("\n"):
        page.multi_cell(width, 4.5, line or " ", new_x="LMARGIN", new_y="NEXT")
