"""`export`: a view in one of the formats of `render.products`, as a file or on standard output."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from eastflank.commands import asked as viewing
from eastflank.commands import export_goal, given_file
from eastflank.commands.asked import AskedView, NoClaims
from eastflank.commands.data_option import refuse
from eastflank.commands.export_goal import CannotExport
from eastflank.render.picture.addresses import TooFewAddressesError
from eastflank.render.products import PRODUCTS, Product, file_name
from eastflank.render.template import LARGEST, Unusable
from eastflank.render.undrawn import notices
from eastflank.report.contents import Briefing, Size, briefing_of
from eastflank.scene.side_by_side import composed
from eastflank.store.tables import BrokenData
from eastflank.view.address import PAIR, base_url
from eastflank.words.chosen import command_line, exporting

_STANDARD_OUTPUT = Path("-")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `export`."""
    parser.add_argument(
        "--format",
        type=_product,
        required=True,
        dest="product",
        metavar="FORMAT",
        help=exporting.formats(product.format for product in PRODUCTS),
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help=command_line.OUTPUT,
    )
    parser.add_argument("--size", metavar="SIZE", help=command_line.SIZE)
    parser.add_argument("--marking", default="", metavar="TEXT", help=command_line.MARKING)
    parser.add_argument(
        "--template",
        type=Path,
        metavar="FILE",
        help=command_line.TEMPLATE,
    )
    viewing.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Write the product.

    Returns 0; 1 if there is nothing to write or the file cannot be written; 2 for a wrong call or a dataset
    that cannot be read.
    """
    product: Product = args.product
    try:
        size = _size(product, args.size)
        template = _template(product, args.template)
        if args.output and args.output != _STANDARD_OUTPUT:
            export_goal.check(args.output, product, PRODUCTS)
        found = viewing.view_asked(args)
        for remark in found.request.remarks:
            print(remark, file=sys.stderr)
        briefing = _briefing(found, args.marking)
        output = args.output or Path(file_name(briefing, product, size))
        if output == _STANDARD_OUTPUT:
            sys.stdout.buffer.write(_written(product, briefing, size, template))
            _tell(product, briefing, size)
            return 0
        with export_goal.replacing(output) as file:
            file.write(_written(product, briefing, size, template))
    except BrokenData as broken:
        return refuse(broken)
    except NoClaims as reason:
        print(reason, file=sys.stderr)
        return 1
    except viewing.CannotBeRead as reason:
        print(exporting.view_not_read(reason), file=sys.stderr)
        return 2
    except CannotExport as reason:
        print(reason, file=sys.stderr)
        return reason.status
    print(exporting.written(output, product.name, briefing.title))
    _tell(product, briefing, size)
    return 0


def _written(product: Product, briefing: Briefing, size: Size | None, template: bytes | None) -> bytes:
    try:
        if template is None or product.fill is None:
            return product.write(briefing, size)
        return product.fill(briefing, template)
    except Unusable as reason:
        raise CannotExport(exporting.template_unusable(reason), 2) from reason
    except TooFewAddressesError as reason:
        raise CannotExport(str(reason), 1) from reason


def _template(product: Product, file: Path | None) -> bytes | None:
    """The content of a team's own template; None if none was named."""
    if file is None:
        return None
    if product.fill is None:
        formats = [one.format for one in PRODUCTS if one.fill]
        raise CannotExport(exporting.takes_no_template(product.name, formats), 2)
    try:
        return given_file.content(file, LARGEST)
    except given_file.Unreadable as reason:
        raise CannotExport(exporting.template_unread(file, reason), 2) from reason


def _tell(product: Product, briefing: Briefing, size: Size | None) -> None:
    """Say on standard error which letters the product cannot draw."""
    for notice in notices(product, briefing, size):
        print(notice, file=sys.stderr)


def _product(text: str) -> Product:
    for product in PRODUCTS:
        if product.format == text.lower():
            return product
    raise argparse.ArgumentTypeError(exporting.no_format(text, [one.format for one in PRODUCTS]))


def _size(product: Product, text: str | None) -> Size | None:
    if text is None:
        return product.sizes[0] if product.sizes else None
    if not product.sizes:
        raise CannotExport(exporting.no_sizes(product.name), 2)
    for size in product.sizes:
        if size.name.lower() == text.lower():
            return size
    raise CannotExport(exporting.no_size(product.name, text, [size.name for size in product.sizes]), 2)


def _briefing(found: AskedView, marking: str) -> Briefing:
    if not _is_text(marking):
        raise CannotExport(exporting.MARKING_IS_NO_TEXT, 2)
    try:
        address = base_url(os.environ.get("EASTFLANK_URL", ""))
    except ValueError as error:
        raise CannotExport(f"EASTFLANK_URL: {error}", 2) from error
    selected = found.request.deployment
    earlier, scene = composed(
        found.view, found.dataset, selected, found.compared, side_by_side=found.request.layout == PAIR
    )
    return briefing_of(
        found.view,
        found.dataset,
        scene,
        found.dataset.base_map,
        query=found.request.query(),
        base_url=address,
        selected=selected,
        marking=marking or found.request.marking,
        compared=found.compared,
        earlier=earlier,
        findings=found.findings,
    )


def _is_text(typed: str) -> bool:
    """Whether it can be encoded: Python passes undecodable bytes of an argument on as lone surrogates."""
    return not any("\ud800" <= letter <= "\udfff" for letter in typed)
