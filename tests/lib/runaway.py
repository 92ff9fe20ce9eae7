"""Queries that run for hours if nobody ends them, each in another part of the engine."""

RUNAWAY = {
    "cross product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "sorted product": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i",
    "paths": "SELECT (COUNT(*) AS ?n) { ?a (!<x:y>|^!<x:y>)* ?b . ?c (!<x:y>|^!<x:y>)* ?d }",
    "text join": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONTAINS(STR(?c), STR(?f)) || CONTAINS(STR(?i), STR(?c))) }",
    "self join": "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a ?t . ?y a ?t . ?z a ?t . ?w a ?t . ?v a ?t . ?u a ?t }",
}
