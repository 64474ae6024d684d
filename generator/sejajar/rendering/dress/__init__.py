"""A page that any builder has built gets what is ours: found by its tags, all other bytes as they were."""
