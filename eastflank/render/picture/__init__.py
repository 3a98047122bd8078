"""The drawn picture of a view: laid out once as a sheet, then written as SVG, PNG, PDF or slides."""
