"""Step 12: put the checked warehouse in front of readers, in one instant."""

import dagster as dg

from assets.progress import announce
from assets.table_assets import WAREHOUSE
from assets.warehouse.publish import publish
from assets.warehouse.workspace import Workspace


class PublishConfig(dg.Config):
    """With `hold`, readers go on seeing the last build, so that one can look at what a re-parse would change."""

    hold: bool = False


@dg.asset(name="published_warehouse", deps=["work_database"], group_name=WAREHOUSE, kinds={"duckdb"})
def published_warehouse(config: PublishConfig, workspace: dg.ResourceParam[Workspace]) -> dg.MaterializeResult:
    """news.duckdb, as readers open it: replaced as a whole, and only when a row changed."""
    announce("publishing")
    if config.hold:
        return dg.MaterializeResult(metadata={"is_new_build": False, "is_held_back": True})
    published = publish(workspace)
    size = published.path.stat().st_size
    metadata = {"build_id": published.build_id, "is_new_build": published.is_new, "megabytes": round(size / 1e6, 3)}
    return dg.MaterializeResult(metadata={**metadata, "dagster/uri": str(published.path)})
