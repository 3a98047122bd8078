"""A verb with its auxiliaries (“helps”: the words before it, such as “will” or “plans to”)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from eastflank.intake.article.verb_forms import Verb


@dataclass(frozen=True, slots=True)
class Chain:
    """A verb with its auxiliaries, from item `first` to before item `stop`."""

    first: int
    stop: int
    verb: Verb
    modal: str = ""
    controls: tuple[str, ...] = ()
    """Lemmas of the verbs and adjectives before `to`: `plan`, `agree`, `ready`; outermost first."""
    is_to: bool = False
    """“Is to send”."""
    passive: bool = False
    negated: bool = False
    perfect: bool = False
    progressive: bool = False
    past: bool = False
    """In the simple past, by its first word."""
    infinitive: bool = False
    """Begins with `to`: it has no subject of its own."""
    reduced: bool = False
    """A participle after a noun: “troops based in Vilseck”."""

    def with_verb(self, verb: Verb) -> Chain:
        """The same auxiliaries before another verb: “will deploy … and rotate”."""
        return replace(self, verb=verb, passive=False)

    @property
    def ahead(self) -> bool:
        """Whether it is about the future."""
        return bool(self.modal or self.is_to or (set(self.controls) - {"begin", "start", "continue"}))

    @property
    def presently(self) -> bool:
        """Whether it is about the present: in the present tense or the perfect."""
        return not self.past or self.perfect
