// The least that a Swift program can do: what starting costs before any work.
print("empty")
