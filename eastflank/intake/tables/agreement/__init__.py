"""What rows mean together: whether they agree with the dataset, and with each other."""
