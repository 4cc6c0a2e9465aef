"""netmap: the partner network of vocational high schools, from spreadsheets to evidence."""

__version__ = "0.1.0"
