-- One row per sampled value that so many texts hold that not every two of them count it as shared.
create table common_values (
    sketch varchar not null, -- grams or sentences.
    scope bigint not null, -- 0 for all texts; the name of an outlet for a phrase of that outlet.
    value bigint not null, -- The sampled value.
    holders_key bigint not null, -- Name of what decides who counts it with whom; a change makes its holders be looked at anew.
    primary key (sketch, scope, value)
);
