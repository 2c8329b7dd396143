from collections import defaultdict

from onrecord.annotation.things import find_things
from onrecord.models.parser import Parser
from tests import make


def chains(parser: Parser, text: str, kinds: dict | None = None) -> list[list[str]]:
    article = make.article(text, kinds)
    found = defaultdict(list)
    for thing in find_things(article, parser.parse(article), ()):
        if thing.contested:
            found[thing.chain].append(thing.at.of(text))
    return list(found.values())


def test_a_leaked_tape_is_one_thing_under_all_its_names(parser: Parser) -> None:
    text = "A leaked tape of the meeting was posted on Monday. The recording is real, Ana Brun said. The tape is short."
    assert chains(parser, text) == [["A leaked tape of the meeting", "The recording", "The tape"]]


def test_another_recording_is_never_the_first(parser: Parser) -> None:
    text = "The bank confirmed the leaked tape. Another recording was leaked in May. The second recording is fake."
    assert chains(parser, text) == [["the leaked tape"], ["Another recording", "The second recording"]]


def test_two_lengths_are_two_things(parser: Parser) -> None:
    text = "The leaked nine-minute video is fake, she said. The leaked two-minute video is real, he said."
    assert chains(parser, text) == [["The leaked nine-minute video"], ["The leaked two-minute video"]]


def test_words_that_set_apart_keep_apart(parser: Parser) -> None:
    text = (
        "The dashcam footage is genuine, police said. The helmet footage is doctored. The helmet footage was released."
    )
    assert chains(parser, text) == [["The dashcam footage"], ["The helmet footage", "The helmet footage"]]


def test_a_transcript_is_not_the_recording(parser: Parser) -> None:
    text = "The leaked recording is genuine, she said. The leaked transcript is a forgery, he said."
    assert chains(parser, text) == [["The leaked recording"], ["The leaked transcript"]]


def test_both_letters_are_each_letter(parser: Parser) -> None:
    text = "The leaked letter is real, he said. A second letter was leaked on Friday. She denied both letters."
    assert chains(parser, text) == [["The leaked letter", "both letters"], ["A second letter", "both letters"]]


def test_a_video_in_which_somebody_speaks_is_no_item(parser: Parser) -> None:
    assert chains(parser, "In a video posted on Friday, the coach said the season was over.") == []


def test_an_agency_report_that_relays_is_no_item(parser: Parser) -> None:
    assert chains(parser, "The mayor resigned, according to a report by the agency. The report came at noon.") == []


def test_a_class_of_things_is_no_item(parser: Parser) -> None:
    assert chains(parser, "The rector said faked audio was a danger to all.") == []


def test_nine_minutes_are_no_document(parser: Parser) -> None:
    assert chains(parser, "The leaked footage shows nine minutes of the fire.") == [["The leaked footage"]]


def test_minutes_of_a_meeting_are_a_document(parser: Parser) -> None:
    article = make.article("The firm confirmed the leaked minutes of its board meeting.")
    things = find_things(article, parser.parse(article), ())
    assert [(t.kind, t.at.of(article.text)) for t in things] == [
        ("document", "the leaked minutes of its board meeting")
    ]


def test_a_heading_and_the_lead_name_one_thing(parser: Parser) -> None:
    text = "Harbour tape is fake, mayor says\n\nA tape of the harbour talks is a forgery, the mayor said."
    assert chains(parser, text, {0: "headline"}) == [["Harbour tape", "A tape of the harbour talks"]]


def test_what_somebody_says_there_is_is_only_claimed(parser: Parser) -> None:
    article = make.article("Dahl claimed that there is a second tape. The second tape was never leaked.")
    said = make.attribution(article, "Dahl", "claimed", "that there is a second tape")
    things = find_things(article, parser.parse(article), (said,))
    assert {thing.claimed for thing in things} == {True}


def test_odd_text_never_raises(parser: Parser) -> None:
    for text in ("tape", "“the tape", "The. The the tape tape of of", "\n\n ¶ \u00a0tapes’", "TAPE TAPE TAPE IS FAKE"):
        article = make.article(text)
        find_things(article, parser.parse(article), ())


def test_footage_and_film_are_one_thing(parser: Parser) -> None:
    text = "The bridge footage was doctored, she said. That film is a fake, he said."
    assert chains(parser, text) == [["The bridge footage", "That film"]]


def test_a_part_of_a_thing_is_the_thing(parser: Parser) -> None:
    text = "A leaked log of 41 pages was posted. He said 17 pages of the log had been invented."
    assert [places[-1] for places in chains(parser, text)] == ["17 pages of the log"]


def test_a_live_page_tells_a_thing_backwards(parser: Parser) -> None:
    text = "The photograph is a fake, the police say.\n\nA photograph of a queue was posted at noon."
    assert chains(parser, text) == [["The photograph", "A photograph of a queue"]]


def test_a_message_like_that_is_that_message(parser: Parser) -> None:
    text = "A leaked message was posted. He denied it: I have never sent a message like that."
    assert chains(parser, text) == [["A leaked message", "a message"]]


def test_the_signed_and_the_unsigned_minutes_are_two(parser: Parser) -> None:
    text = "The signed minutes are accurate, he said. He called the unsigned minutes a forgery."
    assert chains(parser, text) == [["The signed minutes"], ["the unsigned minutes"]]


def test_a_version_is_the_paper_in_the_state_that_it_names(parser: Parser) -> None:
    text = "He called the unsigned minutes a forgery. She typed the unsigned version. His version of events is false."
    assert chains(parser, text) == [["the unsigned minutes", "the unsigned version"]]


def test_a_full_picture_is_not_the_cropped_one(parser: Parser) -> None:
    text = "The cropped photograph was doctored, he said. The full photograph is genuine, she said."
    assert chains(parser, text) == [["The cropped photograph"], ["The full photograph"]]


def test_a_rule_about_every_sheet_names_none(parser: Parser) -> None:
    text = "A sheet is valid only if it has been signed. The sheet is a forgery, she said."
    assert chains(parser, text) == [["The sheet"]]


def test_what_somebody_set_out_to_make_is_no_thing_yet(parser: Parser) -> None:
    text = "A leaked video shows a beggar. They were about to shoot a prank video. His video was staged, he said."
    assert chains(parser, text) == [["A leaked video", "His video"]]


def test_that_clip_is_the_one_told_of_last(parser: Parser) -> None:
    text = "The clip is a fake, she said. A second video was leaked. The ministry has not commented on that clip."
    assert chains(parser, text)[1][-1] == "that clip"


def test_whom_it_was_obtained_from_is_no_part_of_its_name(parser: Parser) -> None:
    text = "The leaked photo is genuine. The paper obtained the photo from a reader."
    assert chains(parser, text) == [["The leaked photo", "the photo"]]


def test_a_tip_that_is_called_a_hoax_is_a_message(parser: Parser) -> None:
    text = "A message sent to a tip line was a hoax, police said. The tip was fabricated, they said."
    assert chains(parser, text) == [["A message", "The tip"]]


def test_what_a_paper_purports_to_be_is_a_name_of_it(parser: Parser) -> None:
    text = "A two-page file that purports to be a court order is in circulation. The order is a forgery, he said."
    assert chains(parser, text) == [["A two-page file", "a court order", "The order"]]


def test_the_next_sentence_tells_more_of_a_voice_note(parser: Parser) -> None:
    text = "A voice note to a donor was leaked in May. The 90-second recording is genuine, he said."
    assert chains(parser, text) == [["A voice note", "The 90-second recording"]]


def test_a_list_that_is_denied_is_an_item(parser: Parser) -> None:
    text = "The union published a list of guests. The hotel said the list was a forgery."
    assert chains(parser, text) == [["a list of guests", "the list"]]


def test_what_it_is_not_names_nothing(parser: Parser) -> None:
    text = "The leaked draft is not the agreement, she said. If it is an order, we shall obey."
    assert chains(parser, text) == [["The leaked draft"]]


def test_an_interview_on_video_does_not_make_the_video_a_medium(parser: Parser) -> None:
    text = "The leaked video is short. In the video he said no. The video was posted. The video is old."
    assert chains(parser, text) == [["The leaked video", "the video", "The video", "The video"]]
