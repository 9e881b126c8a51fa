"""Running text and lists: words become kinds, kinds a shape, and a grammar reads the shape."""
