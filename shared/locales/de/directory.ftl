# Messages of the directory pages.
