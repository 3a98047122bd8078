"""The sheet as native PowerPoint shapes, with the view's table, quotes and sources."""
