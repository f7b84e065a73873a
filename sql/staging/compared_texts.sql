-- One row per text whose candidates are in judged_pairs.
create table compared_texts (
    text_key bigint not null, -- Name of the text (64 bit): its words and characters, its outlet, the version of the comparison.
    primary key (text_key)
);
