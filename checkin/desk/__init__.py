"""What staff do: one module for each verb, which loads, decides and records. This layer and those below use no Qt."""
