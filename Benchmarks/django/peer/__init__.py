"""The worklist as a Django page: what Tandem is measured against."""
