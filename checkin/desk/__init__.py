"""What staff do, one module for each verb, which loads, decides and records. No Qt in this layer or below it."""
