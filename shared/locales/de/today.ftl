# Messages of the today pages.
