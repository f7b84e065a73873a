"""What exists and how it is made: Dagster assets in the order of the flow (step_*.py), and the pure code of each stage.

Put here: the assets, and under them one package a stage. Keep out: when and where things run (orchestration/).
"""
