"""Invented reports of events that are told in the same words, or that have the same names in the same week."""

import pytest

from assets.stories.clusters import cluster_stories
from assets.stories.weights import weigh_articles
from tests.stories.frames import article, articles, copies, on

# Event, day of November, text. Written before it was known how they would be grouped.
STREAMS = {
    "two earthquakes": [
        (
            "q1",
            2,
            "A magnitude 6.8 earthquake struck off the coast of Pelago early on Monday, killing at least 14 "
            "people and toppling houses in the port of San Amaro. The epicentre was 30 kilometres south-west of "
            "the town, the geological institute said. Rescue teams were digging through rubble. President Ines "
            "Duarte declared three days of mourning.",
        ),
        (
            "q1",
            2,
            "Rescuers in San Amaro searched collapsed homes for survivors on Monday after a 6.8-magnitude quake "
            "rattled Pelago before dawn. Hospitals treated more than 200 injured. Duarte flew to the port and "
            "promised tents. Tremors were felt as far as the capital.",
        ),
        (
            "q1",
            3,
            "The death toll from the earthquake that struck Pelago's southern coast rose to 31 on Tuesday as "
            "rescue teams pulled bodies from a collapsed school in San Amaro. Aftershocks hampered the search. "
            "The government of Ines Duarte asked neighbours for helicopters.",
        ),
        (
            "q1",
            4,
            "Planes with tents and water landed near San Amaro on Wednesday, two days after the earthquake that "
            "killed at least 31 people in Pelago. The Red Cross said 9,000 people were sleeping outdoors. "
            "Engineers inspect bridges damaged by the 6.8 quake.",
        ),
        (
            "q2",
            3,
            "A magnitude 6.1 earthquake struck northern Tarkestan on Tuesday, killing at least seven people and "
            "injuring dozens near the town of Belkul, officials said. The epicentre was 20 kilometres east of the "
            "town, the geological survey said. Rescue teams were on their way through the mountains. Houses of "
            "clay collapsed.",
        ),
        (
            "q2",
            4,
            "Rescuers dug through the rubble of clay houses in Belkul on Wednesday after a 6.1-magnitude quake "
            "rattled the mountains of Tarkestan. Hospitals treated 80 injured. Prime Minister Rustam Aliyov "
            "promised compensation. Aftershocks were felt in the valley.",
        ),
        (
            "q2",
            5,
            "Villagers near Belkul buried their dead on Thursday, two days after an earthquake killed nine people "
            "in northern Tarkestan. Rustam Aliyov visited a camp of tents. Engineers said that the school had "
            "been built without steel.",
        ),
    ],
    "two murders": [
        (
            "m1",
            2,
            "A 34-year-old man was charged on Monday with the murder of Clare Whitlow, a nurse who was found "
            "stabbed in her flat in Denholm on Friday. Daniel Roake, a former boyfriend, appeared before "
            "magistrates and spoke only to confirm his name. Police said neighbours heard screams. He was "
            "remanded in custody until 12 December.",
        ),
        (
            "m1",
            2,
            "The former boyfriend of nurse Clare Whitlow appeared in court on Monday accused of stabbing her to "
            "death in her flat. Daniel Roake, 34, was remanded in custody. Friends left flowers outside the "
            "building in Denholm.",
        ),
        (
            "m1",
            4,
            "Hundreds of people held candles at a vigil in Denholm on Wednesday for Clare Whitlow, the nurse who "
            "was stabbed last week. Colleagues from the hospital sang. Daniel Roake has been charged with her "
            "murder.",
        ),
        (
            "m2",
            3,
            "A 17-year-old was charged on Tuesday with the murder of Anil Desai, a shopkeeper who was found "
            "stabbed behind his counter in Marbury on Saturday. The boy, who cannot be named, appeared before a "
            "youth court and spoke only to confirm his age. Police said nothing was stolen. He was remanded in "
            "custody until 15 December.",
        ),
        (
            "m2",
            3,
            "A boy of 17 appeared in court on Tuesday accused of stabbing shopkeeper Anil Desai to death. He was "
            "remanded in custody. Customers left flowers outside the shop in Marbury.",
        ),
        (
            "m2",
            5,
            "Hundreds of people attended the funeral of Anil Desai in Marbury on Thursday, the shopkeeper who was "
            "stabbed last week. His son thanked customers. A boy of 17 has been charged with his murder.",
        ),
    ],
    "two takeovers": [
        (
            "g1",
            2,
            "Quayside Foods agreed to acquire Brell Dairies for 3.2 billion crowns in cash and shares, the "
            "companies said on Monday. The deal values Brell at 41 crowns a share, a premium of 28 percent. Chief "
            "executive Nora Flint said the takeover would save 120 million a year. Regulators must approve it. "
            "Shares in Brell jumped 25 percent.",
        ),
        (
            "g1",
            2,
            "Shares in Brell Dairies soared a quarter on Monday after Quayside Foods offered 41 crowns a share "
            "for the maker of cheese. Analysts called the price full. Nora Flint will head the combined company, "
            "which will have sales of 11 billion.",
        ),
        (
            "g1",
            4,
            "Unions demanded guarantees for 2,000 jobs on Wednesday after Quayside Foods agreed to acquire Brell "
            "Dairies for 3.2 billion crowns. Nora Flint said no plant would close before next year.",
        ),
        (
            "g2",
            3,
            "Tolland Steel agreed to acquire Orrow Metals for 4.6 billion crowns in cash, the companies said on "
            "Tuesday. The deal values Orrow at 63 crowns a share, a premium of 31 percent. Chief executive Piers "
            "Hallam said the takeover would save 200 million a year. Regulators must approve it. Shares in Orrow "
            "jumped 27 percent.",
        ),
        (
            "g2",
            3,
            "Shares in Orrow Metals soared on Tuesday after Tolland Steel offered 63 crowns a share for the maker "
            "of aluminium. Analysts called the price full. Piers Hallam will head the combined company, which "
            "will have sales of 19 billion.",
        ),
        (
            "g2",
            5,
            "The cartel office said on Thursday it would examine the takeover of Orrow Metals by Tolland Steel "
            "for 4.6 billion crowns. Piers Hallam said he was confident that it would be approved by spring.",
        ),
    ],
    "one week of one president": [
        (
            "b1",
            2,
            "The president threatened on Monday to veto a spending bill unless Congress gives him 5 billion "
            "dollars for a wall on the Mezanian border. Democrats led by Nina Pellow refused. The government runs "
            "out of money on Friday, and a shutdown looms. Republicans in the Senate proposed a stopgap.",
        ),
        (
            "b1",
            2,
            "A partial government shutdown drew nearer on Monday as the president told Republicans he would sign "
            "no spending bill without 5 billion dollars for his wall. Nina Pellow said Democrats would not pay "
            "for it. Mick Macrory suggested a stopgap to keep the government open past Friday.",
        ),
        (
            "b1",
            2,
            "The president will veto any spending bill that lacks money for the border wall, the White House said "
            "Monday, raising the odds of a shutdown on Friday. House Speaker Nina Pellow called the demand a "
            "tantrum; Macrory floated a stopgap.",
        ),
        (
            "b2",
            3,
            "The president attacked a federal judge on Tuesday who blocked his order to deny asylum to migrants "
            "who cross the Mezanian border illegally. Judge Jan Tighe said the president could not rewrite the "
            "law of Congress. Chief Justice Joan Robarts defended the courts. the president called the Ninth "
            "Bench a disgrace.",
        ),
        (
            "b2",
            3,
            "Chief Justice Joan Robarts rebuked the president on Tuesday after the president called the judge who "
            "ruled against his asylum order an Ormond judge. We do not have Ormond judges or the president "
            "judges, Robarts said. the president replied that the Ninth Bench was out of control.",
        ),
        (
            "b2",
            3,
            "Joan Robarts and the president traded barbs Tuesday over the independence of the judiciary after "
            "Judge Jan Tighe blocked the administration's asylum policy. Robarts said the courts have no Ormond "
            "judges. The president insisted that they do.",
        ),
        (
            "b3",
            4,
            "The Senate voted on Wednesday to advance a resolution ending federal support for the Sarraki war in "
            "Yaldan, a rebuke to The president after the murder of the journalist Jalil Kashani. Fourteen "
            "Republicans joined Democrats. Miles Pomeroy and Jim Mathers had urged senators to vote against it.",
        ),
        (
            "b3",
            4,
            "Senators voted 63 to 37 on Wednesday to debate a measure that would end military aid to Sarrakia in "
            "Yaldan, hours after Pomeroy and Mathers pleaded with them. Anger about Kashani's killing drove "
            "Republicans to break with the president.",
        ),
        (
            "b3",
            5,
            "The vote to advance a Yaldan resolution on Wednesday showed that Republicans in Congress have lost "
            "patience with Sarrakia and with the president's defence of its crown prince after Kashani's killing. "
            "Mathers said there was no smoking gun.",
        ),
        (
            "b4",
            3,
            "The president said on Tuesday that he had answered written questions from special counsel Rupert "
            "Muldoon himself and very easily. His lawyers, led by Rory Gilroy, had fought for months over "
            "questions about Rusalian meddling in the 2016 election. Congress Democrats plan a bill to protect "
            "Muldoon.",
        ),
        (
            "b4",
            4,
            "Lawyers for the president submitted his written answers to the special counsel, Rupert Muldoon, Rory "
            "Gilroy said Wednesday, a milestone in the inquiry into Rusalian interference in the 2016 election. "
            "The answers do not deal with obstruction.",
        ),
        (
            "b4",
            4,
            "Special counsel Rupert Muldoon has received the president's written answers about Rusalia and the "
            "2016 election, Gilroy confirmed Wednesday. He said it was time to end the inquiry. Democrats in "
            "Congress want to shield Muldoon.",
        ),
    ],
    "one wreck by six outlets, and another ferry": [
        (
            "f1",
            1,
            "A ferry with 210 people aboard sank in a storm off Ulvik on Sunday night, and at least 40 were "
            "missing, the coast guard said. The Halcyon had left Brannock at six. Fishing boats saved dozens from "
            "the icy water.",
        ),
        (
            "f1",
            2,
            "Helicopters searched the sea off Ulvik on Monday for some 40 people missing since the ferry Halcyon "
            "went down. Survivors said cars had broken loose on the lower deck. The captain, Erik Naess, was "
            "among those rescued.",
        ),
        (
            "f1",
            3,
            "Police on Tuesday questioned Erik Naess, the captain of the ferry Halcyon, which sank off Ulvik with "
            "the loss of at least 38 lives. Prosecutors want to know why the ship sailed in spite of a storm "
            "warning.",
        ),
        (
            "f1",
            3,
            "The bow door of the ferry Halcyon had been repaired last month, its owner, Fjordline, said on "
            "Tuesday. Divers will examine the wreck, which lies at 60 metres off Ulvik. Relatives accused the "
            "company of saving on safety.",
        ),
        (
            "f1",
            4,
            "Divers who reached the wreck of the ferry Halcyon on Wednesday found 11 bodies on the car deck, the "
            "coast guard of Ulvik said. The bow door stood open. The number of dead rose to 49.",
        ),
        (
            "f1",
            5,
            "Flags flew at half-mast on Thursday for the 49 victims of the Halcyon. The king attended a service "
            "in Ulvik. Fjordline's chairman resigned, and Captain Erik Naess asked for forgiveness in a letter.",
        ),
        (
            "f2",
            4,
            "A ferry with 90 passengers ran aground on a sandbank near Calder on Wednesday in thick fog. Nobody "
            "was hurt, the coast guard said. The Sorrel Queen floated free with the tide.",
        ),
        (
            "f2",
            4,
            "Ninety passengers of the Sorrel Queen spent hours on a sandbank off Calder on Wednesday before the "
            "tide freed the ferry. The company gave out soup. Fog had hidden the buoys, the captain said.",
        ),
    ],
}


@pytest.mark.parametrize("are_dated", [True, False])
@pytest.mark.parametrize("name", STREAMS)
def test_each_event_is_one_story(name, are_dated):
    """Each text has no title and an outlet of its own."""
    rows = [
        article(f"{number:02}{event}", text, title=None, **({"published_at": on(day)} if are_dated else {}))
        for number, (event, day, text) in enumerate(STREAMS[name])
    ]
    frame = articles(*rows)
    found = cluster_stories(frame, copies(frame), weigh_articles(frame)).story_members
    told = found.select("story_id", event=found["article_id"].str.slice(2)).unique()
    assert len(told) == told["story_id"].n_unique() == told["event"].n_unique()
