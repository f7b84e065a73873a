"""Our own ugly inputs, with what a careful reader finds in them."""
