-- One row per pair of texts that was compared word by word: a text is the own text of its oldest article. Kept from run to run.
create table judged_pairs (
    first_key bigint not null, -- Name of one text (64 bit), the smaller one as a signed number.
    second_key bigint not null, -- Name of the other.
    is_candidate boolean not null, -- True when they share enough sampled words; false when a group asked for the comparison.
    is_first_small boolean not null, -- True when the first is the one with fewer words.
    kind varchar, -- near, contained or reuse; null for neither.
    similarity double not null, -- Jaccard similarity of the word 3-grams; 0 when too little is shared to say more.
    containment double not null, -- Share of the smaller text's word 3-grams that the larger one holds; 0 as above.
    shared_words integer not null, -- Words of the smaller text that lie in shared runs.
    small_words integer not null, -- Words of the smaller text.
    large_words integer not null, -- Words of the larger one.
    explanation varchar not null, -- The evidence in a sentence.
    primary key (first_key, second_key)
);
