"""Aliases for objects of python-pptx, python-docx and lxml, which have no or only partial types.

Nothing else in the project has the type `Any`. Each alias says what the object is, because the type checker
cannot.
"""

from __future__ import annotations

from typing import Any, TypeAlias

Deck: TypeAlias = Any
"""A presentation."""
Layout: TypeAlias = Any
"""A layout of slides, or their master."""
Slide: TypeAlias = Any
Placeholder: TypeAlias = Any
"""A place for content on a slide or a layout."""
Shapes: TypeAlias = Any
"""The shapes of a slide or of a group in it."""
Shape: TypeAlias = Any
Frame: TypeAlias = Any
"""A shape's text frame."""
Run: TypeAlias = Any
"""Text of one style in a paragraph."""
Cell: TypeAlias = Any
"""A cell of a table on a slide."""
Document: TypeAlias = Any
"""A document, paragraph or part of one."""
TableRow: TypeAlias = Any
"""A row of a document's table."""
PartName: TypeAlias = Any
"""The name of a part in an office file."""
Element: TypeAlias = Any
"""An element of XML."""
Template: TypeAlias = Any
"""A presentation or a document that a user gives."""
