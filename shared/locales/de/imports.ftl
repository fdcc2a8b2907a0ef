# Messages of the imports pages.
