"""The sentences of this process's language: all other code imports a language's modules only from here.

`from eastflank.words.chosen import links` gives the module `links` of that folder. `EASTFLANK_LANGUAGE` names
the folder; it is chosen once, before any other module is loaded; the default is English.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from types import ModuleType
from typing import TYPE_CHECKING

from eastflank import words

VARIABLE = "EASTFLANK_LANGUAGE"

if TYPE_CHECKING:
    from eastflank.words.en import (
        actions,
        add_data,
        add_export,
        add_places,
        add_table,
        briefing,
        bundles,
        card_lines,
        change_log,
        checking,
        chosen_before,
        claim_entry,
        claims,
        claims_of_source,
        columns,
        command_line,
        corrections,
        country_names,
        crowds,
        datasets,
        dates_in_words,
        disputes,
        documents,
        empty_views,
        evidence,
        exporting,
        exports,
        figures,
        filter_phrases,
        filtering,
        findings,
        findings_in_files,
        findings_in_folders,
        findings_in_forms,
        findings_in_settings,
        findings_on_answers,
        findings_on_figures,
        findings_on_quotes,
        findings_on_rows,
        fonts,
        formats,
        geocoding,
        geometries,
        given_files,
        import_command,
        imported_claims,
        incoming,
        left_out,
        legend_lines,
        links,
        lists,
        long_lists,
        map_controls,
        matrix,
        matrix_cells,
        method,
        on_a_day,
        page_frame,
        parts_in_tables,
        passage_choice,
        pictures,
        place_entry,
        placemarks,
        places_found,
        places_of_rows,
        reading_articles,
        reading_report,
        reviewing,
        rival_versions,
        rows_of_tables,
        rules,
        saving_changes,
        side_by_side,
        signing_in,
        slides,
        sliding,
        source_entry,
        sources,
        syncing,
        table_changes,
        tables,
        templates,
        terminal,
        terms,
        timelines,
        totals,
        unreadable_documents,
        unreadable_tables,
        upgrading,
        values,
        view_on_page,
        view_titles,
        web_page,
        what_changed,
    )


def _language() -> str:
    """The folder's name. An unknown language ends the program with status 2."""
    asked = os.environ.get(VARIABLE) or "en"
    known = sorted(found.name for found in pkgutil.iter_modules(words.__path__) if found.ispkg)
    if asked not in known:
        # This sentence cannot be in a language's folder.
        sys.stderr.write(
            f"{VARIABLE} is “{asked}”, and there is no such language. Known: {', '.join(known)}.\n"
        )
        raise SystemExit(2)
    return asked


LANGUAGE = _language()
TAG: str = importlib.import_module(f"{words.__name__}.{LANGUAGE}").TAG
"""The language's tag (BCP 47), such as `en-GB`, for programs that spell, hyphenate or read aloud."""
CODE = TAG.partition("-")[0]
"""The language's ISO 639 code, such as `en`."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> ModuleType:
        module = f"{words.__name__}.{LANGUAGE}.{name}"
        try:
            return importlib.import_module(module)
        except ModuleNotFoundError as error:
            if error.name != module:
                raise
            raise AttributeError(name, name=name, obj=sys.modules[__name__]) from None
