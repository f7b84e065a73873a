"""A day as pages write it, in four languages."""

from datetime import date

_WORDS = {
    "de": (
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "{d}. {m} {y}",
    ),
    "en": (
        "January February March April May June July August September October November December",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "{m} {d}, {y}",
    ),
    "fr": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "{d} {m} {y}",
    ),
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "lunes martes miércoles jueves viernes sábado domingo",
        "{d} de {m} de {y}",
    ),
}


def written(day: date, language: str) -> dict[str, str]:
    """Every writing of a day that the templates use, by the name of its field."""
    months, weekdays, long = _WORDS[language]
    month, weekday = months.split()[day.month - 1], weekdays.split()[day.weekday()]
    local = long.format(d=day.day, m=month, y=day.year)
    return {
        "iso": day.isoformat(),
        "year": str(day.year),
        "month2": f"{day:%m}",
        "day2": f"{day:%d}",
        "day1": str(day.day),
        "month_abbr": month[:3],
        "weekday": weekday,
        "weekday3": weekday[:3],
        "day_local": local,
        "day_long": local,
        "day_us": local,
        "day_uk": f"{day:%d} {month} {day.year}",
        "day_forum": f"{weekday[:3]} {month[:3]} {day:%d}, {day.year}",
        "day_dots": f"{day:%d.%m.%Y}",
        "day_short": f"{day:%d.%m.%y}",
        "day_slash": f"{day:%d/%m/%Y}",
    }
