"""What staff do, one module for each verb: load, decide, record. No Qt from here down."""
