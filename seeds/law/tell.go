package law

// Varies says whether outcomes can differ; one that does not needs no luck.
func (l Law) Varies() bool { return l.kind != constant }

// Memoryless says whether the law is exponential: what is left of an outcome does not depend on what has passed.
func (l Law) Memoryless() bool { return l.kind == exponential }
