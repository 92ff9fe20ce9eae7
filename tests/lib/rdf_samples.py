"""Small RDF texts that several tests of the RDF readers use."""

SCHEMA_ORG = """{"@context": {"@vocab": "http://schema.org/"}, "@graph": [
 {"@id": "http://e.org/zhang", "@type": "Person", "name": "张三",
  "memberOf": {"@type": "OrganizationRole", "roleName": "校长", "startDate": "2021-03",
               "memberOf": {"@id": "http://e.org/school", "@type": "School",
                            "name": "旺苍县东河中学", "location": {"@type": "City", "name": "旺苍县"}}}},
 {"@id": "http://e.org/li", "@type": "Person", "name": "李四",
  "worksFor": {"@id": "http://e.org/school"}, "jobTitle": "教师"},
 {"@id": "http://e.org/john", "@type": "Person", "name": "John"},
 {"@id": "http://e.org/school", "funder": {"@type": "NGO", "name": "某某教育基金会"}}]}
"""

ORG = """@prefix org: <http://www.w3.org/ns/org#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix time: <http://www.w3.org/2006/time#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <http://e.org/> .
:a a foaf:Person ; foaf:name "王五" ; org:hasMembership _:m .
_:m a org:Membership ; org:organization :o ; org:role :r ;
  org:memberDuring [ time:hasBeginning [ time:inXSDgYear "2015"^^xsd:gYear ] ] .
:b a foaf:Person ; foaf:name "赵六" ;
  org:hasMembership [ a org:Membership ; org:organization :o ; org:role :r ;
    org:memberDuring [ time:hasBeginning [ time:inXSDgYear "2015"^^xsd:gYear ] ] ] .
:o a org:Organization ; skos:prefLabel "旺苍县教育局"@zh ; skos:altLabel "县教育局"@zh .
:r skos:prefLabel "局长"@zh .
"""

_WD = "http://www.wikidata.org/"
_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
_DAY = "^^<http://www.w3.org/2001/XMLSchema#dateTime>"
WIKIDATA = f"""\
<{_WD}entity/Q1> <{_WD}prop/direct/P31> <{_WD}entity/Q5> .
<{_WD}entity/Q1> {_LABEL} "\\u5F20\\u534E"@zh .
<{_WD}entity/Q1> <{_WD}prop/P108> <{_WD}entity/statement/s1> .
<{_WD}entity/statement/s1> <{_WD}prop/statement/P108> <{_WD}entity/Q2> .
<{_WD}entity/statement/s1> <{_WD}prop/qualifier/P39> <{_WD}entity/Q3> .
<{_WD}entity/statement/s1> <{_WD}prop/qualifier/P580> "2015-01-01T00:00:00Z"{_DAY} .
<{_WD}entity/Q3> {_LABEL} "教授"@zh .
<{_WD}entity/Q2> {_LABEL} "天津师范大学"@zh-hans .
<{_WD}entity/Q2> {_LABEL} "Tianjin Normal University"@en .
<{_WD}entity/Q9> <{_WD}prop/direct/P442> "510821" .
<{_WD}entity/Q9> <{_WD}prop/P859> <{_WD}entity/statement/s2> .
<{_WD}entity/statement/s2> <{_WD}prop/statement/P859> <{_WD}entity/Q2> .
"""

NATIVE = """@prefix bf: <https://w3id.org/bangfu/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix way: <https://w3id.org/bangfu/concept/modality/> .
@prefix : <http://e.org/> .
:county a bf:Place, bf:County ; skos:prefLabel "旺苍县"@zh ; bf:adcode "510821" .
:body a bf:Institution ; skos:prefLabel "九三学社天津市委员会"@zh ; bf:locatedIn :county .
:helped a bf:Assistance ; bf:helper :body ; bf:recipient :county ;
  bf:modality way:teaching ; bf:since "2015"^^xsd:gYear .
"""
