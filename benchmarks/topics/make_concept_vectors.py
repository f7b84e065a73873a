"""Write assets/topics/data/concept_vectors.parquet with the model of the extra. Run by hand after make_vocabulary:

python -m benchmarks.topics.make_concept_vectors
"""

import numpy as np
import polars as pl

from assets.semantic.model import open_model
from assets.semantic.vectors import embed_articles
from assets.topics.closeness import STEPS, VECTORS, concept_texts


def main() -> None:
    """Write the vectors in whole numbers of 1/STEPS and say how many."""
    model = open_model()
    if model is None:
        raise SystemExit("the extra broadsheet[semantic] is not installed")
    vectors = embed_articles(concept_texts(), model)
    numbers = np.clip(np.rint(vectors["vector"].to_numpy() * STEPS), -127, 127).astype(np.int8)
    columns = {"article_id": vectors["article_id"], "vector": numbers, "model": [model.name] * vectors.height}
    pl.DataFrame(columns).write_parquet(VECTORS, compression="zstd", compression_level=19)
    print(f"{vectors.height} vectors of {model.name} written, {VECTORS.stat().st_size} bytes")


if __name__ == "__main__":
    main()
