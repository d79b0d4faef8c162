"""The view of networks: coverage by county and network, and charts."""
