import pytest

from onrecord.nouns.article import Article
from onrecord.nouns.source import make_source
from onrecord.reading import read

PARAGRAPH = "The council said on Monday that the bridge would stay closed until the stones had been counted twice."
LAST = "Nobody has asked the stones, and the river was not available for comment on Monday night."


def read_text(text: str) -> Article:
    return read(make_source("test.txt", "text/plain", text.encode()))


def kinds(*blocks: str) -> list[tuple[str, str]]:
    article = read_text("\n\n".join(blocks))
    return [(part.kind, part.at.of(article.text).strip()) for part in article.parts]


def kind_of(block: str) -> str:
    """Tell what a block becomes between two paragraphs."""
    return kinds(PARAGRAPH, block, LAST)[1][0]


def test_a_tabloid_opens_with_headline_standfirst_and_exclusive_byline() -> None:
    blocks = kinds("BRIDGE OF SIGHS", "Town split over stones", "EXCLUSIVE by Bo Lund, Chief Reporter", PARAGRAPH)
    assert [kind for kind, _ in blocks] == ["headline", "standfirst", "byline", "paragraph"]


def test_the_dateline_of_an_agency_report_is_a_part_of_its_own() -> None:
    assert kinds("Bridge closed", f"PORT MAREN, May 3 (Northline) — {PARAGRAPH}") == [
        ("headline", "Bridge closed"),
        ("dateline", "PORT MAREN, May 3 (Northline) —"),
        ("paragraph", PARAGRAPH),
    ]


@pytest.mark.parametrize(
    "lead", ["NATO — the alliance — said", "“Yes” — he said", "BRIDGE NOT WHAT IT SEEMED - The town"]
)
def test_a_dash_in_a_sentence_is_no_dateline(lead: str) -> None:
    assert kinds("Bridge closed", f"{lead} {PARAGRAPH}")[1][0] == "paragraph"


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: The toll is 12.",
        "CORRECTION (4 May): The toll is 12.",
        "Correction, 18 September: We wrote that the toll was 17.",
        "This article was amended on 4 May 2024 to correct the toll.",
        "This story has been updated with a comment from the council.",
        "(This story corrects the toll in paragraph three.)",
        "An earlier version of this article gave the toll as 17.",
        "A previous version misstated the toll.",
        "Editor's note: an earlier version of this page named the wrong bridge.",
        "In yesterday's edition we gave the toll as 17. It is 12. We apologise for the error.",
        "An article on Tuesday (Bridge closed, page 5) wrongly gave the toll as 17. We regret the error.",
        "Clarification: The engineer spoke for himself.",
        "UPDATE: The bridge is open again.",
        "We wrongly said that the bridge had fallen.",
    ],
)  # fmt: skip
def test_a_notice_is_a_correction_in_any_house_style(notice: str) -> None:
    assert kind_of(notice) == "correction"


@pytest.mark.parametrize(
    "sentence",
    [
        "An earlier version of the bill was rejected by the upper house in March after a long night.",
        "Correction fluid was found on the second page of the letter, the laboratory said.",
        "This bridge was changed by the flood, and the town was changed with it.",
        "The report was amended by officials after the minister had read it, two clerks said.",
        "In a story he told on Monday, the mayor said that he was wrong about the bridge.",
        "Share prices in the quarry that sold the stones fell by a third on Tuesday.",
        "“Sign up for the next bridge now,” the mayor told his guests.",
        "Follow us, the band told the crowd, and “nobody did”.",
        "By Tuesday the water had reached the second arch of the bridge.",
        "Pictures of the bridge were sent to the council by a diver.",
        "Comments by the mayor have made things worse, said the diver.",
        "He said:",
        "“That is not my bridge.”",
        "The reporter contributed to the confusion.",
    ],
)  # fmt: skip
def test_a_sentence_of_the_story_stays_a_paragraph(sentence: str) -> None:
    assert kind_of(sentence) == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Goose elected to parish council",
        "Sign up for our Bridge Watch newsletter",
        "Comments (14)",
        "118 comments",
        "Email this story",
        "Related: Tides explained",
        "Share this article · Listen (4 min) · Print",
        "Advertisement",
        "4 min read",
        "Do you know more? Ring the newsdesk on 0555 010 010",
        "Follow us on X",
        "© 2024 The Lantern. All rights reserved.",
        "* * *",
    ],
)
def test_what_the_page_says_about_itself_is_furniture(line: str) -> None:
    assert kind_of(line) == "furniture"


def test_headlines_of_other_stories_in_a_row_are_furniture() -> None:
    links = ["Goose Elected to Parish Council", "Ten Roofs That Were Not Roofs", "Why Does The River Smell?"]
    assert [kind for kind, _ in kinds(PARAGRAPH, *links, LAST)][1:4] == ["furniture"] * 3


def test_a_heading_between_paragraphs_is_a_subhead() -> None:
    assert [kind_of(line) for line in ("WHO MOVED THEM?", "The second bridge", "‘A fine mess’")] == ["subhead"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Photo: A. Lund",
        "The bridge in May. Photo: Ana Lund / Northline",
        "PHOTO: The bridge on Monday, seen from a boat.",
    ],
)
def test_words_under_a_picture_are_a_caption(line: str) -> None:
    assert kind_of(line) == "caption"


def test_the_description_of_a_picture_that_repeats_its_caption_is_seen_once() -> None:
    caption = "PHOTO: The “old” bridge on Monday, seen from a boat."
    blocks = kinds(PARAGRAPH, caption, caption.replace("“old”", "old"), LAST)
    assert [kind for kind, _ in blocks][1:3] == ["caption", "furniture"]


def test_what_stands_below_a_heading_of_corrections_is_a_correction() -> None:
    notice = "The bridge that fell (page 5) was the new one and not the old one, as the caption had it."
    assert [kind for kind, _ in kinds(PARAGRAPH, "Corrections and clarifications", notice)] == [
        "paragraph",
        "correction",
        "correction",
    ]


def test_one_line_of_credits_gives_every_maker_with_an_act() -> None:
    article = read_text(f"{PARAGRAPH}\n\nReporting by Lea Sund; translated by P. Arroyo; editing by Tom Iwu")
    wanted = [("reported", "Lea Sund"), ("translated", "P. Arroyo"), ("edited", "Tom Iwu")]
    assert [(one.act, one.at.of(article.text)) for one in article.credits] == wanted


def test_places_and_roles_are_no_names() -> None:
    article = read_text(f"Bridge closed\n\nBy Ana de la Cruz in Port Maren and Bo Lund, sports editor\n\n{PARAGRAPH}")
    assert [one.name for one in article.credits] == ["Ana de la Cruz", "Bo Lund"]


def test_a_caption_that_opens_with_a_label_credits_nobody() -> None:
    assert read_text(f"{PARAGRAPH}\n\nPHOTO: Ana Lund speaks in Port Maren.\n\n{LAST}").credits == ()


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The council said on Monday that the bridge would\nstay closed until all of its stones had been\ncounted twice."
    )
    assert len(read_text(f"{wrapped}\n\n{LAST}").parts) == 2


def test_lines_without_empty_lines_between_them_are_parts_of_their_own() -> None:
    article = read_text(f"Bridge closed\nBy Ana Lund\n{PARAGRAPH}\n{LAST}")
    assert [part.kind for part in article.parts] == ["headline", "byline", "paragraph", "paragraph"]


def test_windows_line_ends_part_paragraphs_and_are_kept() -> None:
    article = read_text(f"{PARAGRAPH}\r\n\r\n{LAST}")
    assert [part.at.of(article.text) for part in article.parts] == [f"{PARAGRAPH}\r\n\r\n", LAST]


def test_the_language_is_english_or_left_open() -> None:
    dutch = (
        "De burgemeester zei maandag dat de brug gesloten blijft totdat alle stenen twee keer geteld zijn door hem. "
    )
    assert [read_text(text).language for text in (f"{PARAGRAPH} {LAST}", dutch * 2)] == ["en", None]
