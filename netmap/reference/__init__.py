"""What netmap knows without any file: territories of the ministry, which delegation to tell of what. Data, with their sources."""
