# Messages of the organisations pages.
