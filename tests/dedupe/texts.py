"""Invented articles that tests cut, edit and wrap."""


def flow(text: str) -> str:
    """Lines of one paragraph joined; paragraphs stay separated by an empty line."""
    return "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in text.split("\n\n"))


HARBOUR = flow("""\
The harbour of Marlow Bay will close for six weeks while divers repair the eastern breakwater, the port
authority said on Monday. Fishing crews were told to move their boats to Stennick before the first of March.

Engineers found a crack of eleven metres during an inspection in January, according to a report seen by the
town council. The report blamed two winters of heavy storms and a supplier that delivered the wrong grade of
concrete.

Mayor Ilse Tarnow promised help for the crews, who fear that they will miss the start of the herring season.
Her office has set aside four hundred thousand crowns, which the fishermen's union called a first step and
nothing more.

The ferry to the islands keeps its timetable but leaves from the old coal pier. Passengers with cars need to
book a day ahead, and the last sailing on Sundays is cancelled until the work is done.

Shops along the quay expect a quiet spring. Several owners said they had heard of the closure on the radio,
and they asked the council to publish a plan that says which streets will be shut and when.""")

ORCHARD = flow("""\
A late frost has destroyed most of the cherry blossom in the Aldern valley, growers reported after the
coldest April night in forty years. Thermometers in the lower orchards fell to minus seven degrees shortly
before dawn.

Some farms burned straw and wax candles between the rows, others sprayed water so that ice would shield the
buds. Neither helped much below the old mill, where the cold air gathers and stays.

The regional growers' association put the damage at nine million crowns and asked for loans without
interest. A spokeswoman said that insurers cover hail in this valley, and that nobody had offered a policy
against frost since the nineties.

Researchers at the fruit institute see a pattern in the losses. Trees now flower twelve days earlier than in
their first records, while the last frost still comes when it always came, in the third week of April.""")


def sentences(text: str) -> list[str]:
    return [part if part.endswith(".") else part + "." for part in text.replace("\n\n", " ").split(". ")]
