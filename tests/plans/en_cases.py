"""Sentences as English plans write them, with the targets a careful clerk would enter.

Each case: text, and per target (indicator, comparator, value or (value, value2), unit, deadline, baseline year or 0).
All are read as of 10 May 2023.
"""

Target = tuple[object, ...]

CASES: list[tuple[str, list[Target]]] = [
    (
        "Cut greenhouse gas emissions in half by 2035 from 2010 levels.",
        [
            ("greenhouse gas emissions", "decrease_by", 50, "%", "2035-12-31", 2010),
        ],
    ),
    (
        "We aim for 40% of all trips to be made by walking, cycling or public transport by 2035, up from 27% today.",
        [
            ("trips to be made by walking, cycling or public transport", "=", 40, "%", "2035-12-31"),
        ],
    ),
    (
        "By 2030, the city will have reduced its emissions by 65% compared to a 1990 baseline.",
        [
            ("emissions", "decrease_by", 65, "%", "2030-12-31", 1990),
        ],
    ),
    (
        "Reduce per capita residential waste to 200 kg by 2028.",
        [
            ("per capita residential waste", "=", 200, "kg", "2028-12-31"),
        ],
    ),
    (
        "Achieve a 70% recycling rate by 2030.",
        [
            ("recycling rate", "=", 70, "%", "2030-12-31"),
        ],
    ),
    (
        "The target is to install 500 MW of offshore wind by 2032 and 1.5 GW by 2040.",
        [
            ("offshore wind installed", "=", 500, "MW", "2032-12-31"),
            ("offshore wind installed", "=", 1.5, "GW", "2040-12-31"),
        ],
    ),
    (
        "At least 25% of new homes must be affordable.",
        [
            ("new homes affordable", ">=", 25, "%", ""),
        ],
    ),
    (
        "The borough commits to planting 10,000 new street trees by March 2027.",
        [
            ("new street trees", "=", 10000, "trees", "2027-03-31"),
        ],
    ),
    (
        "Net emissions from agriculture are to be lowered by between 20% and 25% by 2030.",
        [
            ("net emissions from agriculture", "decrease_by_range", (20, 25), "%", "2030-12-31"),
        ],
    ),
    (
        "By the end of 2026, 95% of households will have access to kerbside food waste collection.",
        [
            ("households with access to kerbside food waste collection", "=", 95, "%", "2026-12-31"),
        ],
    ),
    (
        "The share of renewables in final energy consumption should increase to 45% by 2030, from 22% in 2021.",
        [
            ("share of renewables in final energy consumption", "=", 45, "%", "2030-12-31", 2021),
        ],
    ),
    (
        "Electric vehicles will account for 80% of new car sales by 2030 and 100% by 2035.",
        [
            ("electric vehicles in new car sales", "=", 80, "%", "2030-12-31"),
            ("electric vehicles in new car sales", "=", 100, "%", "2035-12-31"),
        ],
    ),
    (
        "The City will convert all 140 diesel buses to electric by 2029.",
        [
            ("diesel buses converted to electric", "=", 140, "buses", "2029-12-31"),
        ],
    ),
    (
        "A total of 35 km of new cycle tracks will be built between 2024 and 2028.",
        [
            ("new cycle tracks built", "=", 35, "km", "2024-01-01/2028-12-31"),
        ],
    ),
    (
        "The Government will provide £1.5 billion to support heat networks over the next decade.",
        [
            ("funding to support heat networks", "=", 1.5, "billion £", "2033-05-10"),
        ],
    ),
    (
        "Energy intensity is to improve by 3% annually until 2030.",
        [
            ("energy intensity", "decrease_by", 3, "%", ""),
        ],
    ),
    (
        "The number of public charge points will be tripled to 3,000 by 2027.",
        [
            ("number of public charge points", "multiply_by", 3, "", "2027-12-31"),
            ("number of public charge points", "=", 3000, "points", "2027-12-31"),
        ],
    ),
    (
        "We will halve food waste by 2030 and ensure that no more than 5% of municipal waste goes to landfill by 2035.",
        [
            ("food waste", "decrease_by", 50, "%", "2030-12-31"),
            ("municipal waste landfilled", "<=", 5, "%", "2035-12-31"),
        ],
    ),
    (
        "Transport for Fenwick will purchase 60 hydrogen buses, 20 of which will be in service by 2025.",
        [
            ("hydrogen buses purchased", "=", 60, "buses", ""),
            ("hydrogen buses in service", "=", 20, "buses", "2025-12-31"),
        ],
    ),
    (
        "Increase tree canopy cover from 18 to 30 per cent by 2040.",
        [
            ("tree canopy cover", "=", 30, "%", "2040-12-31"),
        ],
    ),
    (
        "Our ambition: 1,000 community gardens by 2030.",
        [
            ("community gardens", "=", 1000, "gardens", "2030-12-31"),
        ],
    ),
    (
        "Expand the protected area network to at least 30% of land and sea by 2030.",
        [
            ("protected area network", ">=", 30, "%", "2030-12-31"),
        ],
    ),
    (
        "Grid losses will be brought down from 9% to below 6% by 2027.",
        [
            ("grid losses", "<=", 6, "%", "2027-12-31"),
        ],
    ),
    (
        "Approximately 2.4 million people will benefit from improved flood protection by 2035.",
        [
            ("people benefiting from improved flood protection", "~", 2.4, "million people", "2035-12-31"),
        ],
    ),
    (
        "The council plans to reduce the number of vacant homes by 150 and to bring 80 empty shops back into use by the end of 2025.",
        [
            ("number of vacant homes", "decrease_by", 150, "homes", "2025-12-31"),
            ("empty shops back into use", "=", 80, "shops", "2025-12-31"),
        ],
    ),
    (
        "Three-quarters of public procurement by value should meet green criteria within three years.",
        [
            ("public procurement by value meeting green criteria", "=", 75, "%", "2026-05-10"),
        ],
    ),
    (
        "Water consumption per capita shall be limited to 120 litres per day by 2030.",
        [
            ("water consumption per capita", "<=", 120, "litres", "2030-12-31"),
        ],
    ),
    (
        "No fewer than 12 pilot projects will be launched in the first two years.",
        [
            ("pilot projects launched", ">=", 12, "projects", "2025-05-10"),
        ],
    ),
    (
        "Target 3: 50% reduction in nutrient losses by 2030.",
        [
            ("nutrient losses", "decrease_by", 50, "%", "2030-12-31"),
        ],
    ),
    (
        "By 2025, cut methane emissions from oil and gas by 45% relative to 2012.",
        [
            ("methane emissions from oil and gas", "decrease_by", 45, "%", "2025-12-31", 2012),
        ],
    ),
    (
        "Around 60,000 tonnes of CO2e will be saved each year.",
        [
            ("CO2e saved", "decrease_by~", 60000, "tonnes", ""),
        ],
    ),
    (
        "The Strategy sets a target of 2 million heat pumps installed by 2030.",
        [
            ("heat pumps installed", "=", 2, "million pumps", "2030-12-31"),
        ],
    ),
    (
        "Singapore aims to quadruple solar energy deployment by 2025 and to deploy at least 2 GWp by 2030.",
        [
            ("solar energy deployment", "multiply_by", 4, "", "2025-12-31"),
            ("solar energy deployment", ">=", 2, "GWp", "2030-12-31"),
        ],
    ),
    (
        "Korea will raise the share of zero-emission vehicles to 33.3% of new sales and supply 4.5 million units by 2030.",
        [
            ("share of zero-emission vehicles", "=", 33.3, "%", "2030-12-31"),
            ("units supplied", "=", 4.5, "million units", "2030-12-31"),
        ],
    ),
    (
        "The Ministry of Environment shall designate 10 additional wetland protection areas and expand national parks by 5% by 2027.",
        [
            ("wetland protection areas designated", "increase_by", 10, "areas", "2027-12-31"),
            ("national parks", "increase_by", 5, "%", "2027-12-31"),
        ],
    ),
    (
        "In the first phase (2024-2026), 30 schools will be retrofitted; in the second phase (2027-2030), a further 70.",
        [
            ("schools retrofitted", "=", 30, "schools", "2024-01-01/2026-12-31"),
            ("schools retrofitted", "increase_by", 70, "schools", "2027-01-01/2030-12-31"),
        ],
    ),
    (
        "Bus lanes will be extended by 45 km to reach 120 km in 2028.",
        [
            ("bus lanes", "increase_by", 45, "km", "2028-12-31"),
            ("bus lanes", "=", 120, "km", "2028-12-31"),
        ],
    ),
    (
        "The proportion of staff commuting by car should drop from 58% (2022) to 35% (2030).",
        [
            ("proportion of staff commuting by car", "=", 35, "%", "2030-12-31", 2022),
        ],
    ),
    (
        "By 2030 we want one in four journeys to be made by bike.",
        [
            ("journeys to be made by bike", "=", 25, "%", "2030-12-31"),
        ],
    ),
    (
        "Air quality monitoring stations will increase in number from 14 to 40 by 2026.",
        [
            ("air quality monitoring stations", "=", 40, "stations", "2026-12-31"),
        ],
    ),
    (
        "The percentage of leakage in the network will be lowered to under 12% by FY2028.",
        [
            ("percentage of leakage in the network", "<=", 12, "%", "2028-12-31"),
        ],
    ),
    (
        "Compost 80% of organic waste by 2032.",
        [
            ("organic waste composted", "=", 80, "%", "2032-12-31"),
        ],
    ),
    (
        "We commit to a minimum of 15% biodiversity net gain on all developments.",
        [
            ("biodiversity net gain on all developments", ">=", 15, "%", ""),
        ],
    ),
    (
        "Fuel poverty will be reduced so that fewer than 5% of households are affected by 2040.",
        [
            ("households affected", "<=", 5, "%", "2040-12-31"),
        ],
    ),
    (
        "Landfill gas collection efficiency should be at least 75%.",
        [
            ("landfill gas collection efficiency", ">=", 75, "%", ""),
        ],
    ),
    (
        "Emissions should peak by 2028 at no more than 410 million tonnes.",
        [
            ("emissions", "<=", 410, "million tonnes", "2028-12-31"),
        ],
    ),
    (
        "By 2027, the fleet will comprise 300 electric vans and 45 electric refuse trucks.",
        [
            ("electric vans", "=", 300, "vans", "2027-12-31"),
            ("electric refuse trucks", "=", 45, "trucks", "2027-12-31"),
        ],
    ),
    (
        "Average travel time to the nearest park should not exceed 10 minutes.",
        [
            ("average travel time to the nearest park", "<=", 10, "minutes", ""),
        ],
    ),
    (
        "The State shall procure 30,000 MWh of energy storage by December 31, 2033.",
        [
            ("energy storage procured", "=", 30000, "MWh", "2033-12-31"),
        ],
    ),
    (
        "From 2025, at least 20% of the materials in new roads will be recycled.",
        [
            ("materials in new roads recycled", ">=", 20, "%", "2025-01-01"),
        ],
    ),
    (
        "Develop 15 climate-resilient villages in each province by 2027.",
        [
            ("climate-resilient villages developed in each province", "=", 15, "villages", "2027-12-31"),
        ],
    ),
    (
        "The number of premature deaths caused by air pollution will fall by 55% between 2005 and 2030.",
        [
            ("number of premature deaths caused by air pollution", "decrease_by", 55, "%", "2030-12-31", 2005),
        ],
    ),
    (
        "Students will plant 500 trees on each campus every spring.",
        [
            ("trees planted on each campus", "=", 500, "trees", ""),
        ],
    ),
    (
        "Homes with an EPC rating of C or better will rise from 40% to 85% by 2033.",
        [
            ("homes with an EPC rating of C or better", "=", 85, "%", "2033-12-31"),
        ],
    ),
    (
        "Public transport's share of motorised trips is targeted to reach 75 percent in 2030.",
        [
            ("public transport's share of motorised trips", "=", 75, "%", "2030-12-31"),
        ],
    ),
    (
        "The annual rate of retrofit must triple, from 1% to 3% of the building stock per year, by 2030.",
        [
            ("annual rate of retrofit", "multiply_by", 3, "", "2030-12-31"),
            ("annual rate of retrofit", "=", 3, "%", "2030-12-31"),
        ],
    ),
    (
        "Reuse at least 70 percent of construction and demolition waste.",
        [
            ("construction and demolition waste reused", ">=", 70, "%", ""),
        ],
    ),
    (
        "Employ 200 green apprentices annually.",
        [
            ("green apprentices employed", "=", 200, "apprentices", ""),
        ],
    ),
    (
        "Nine new bus rapid transit stations and 14 km of dedicated lanes will be in operation by mid-2026.",
        [
            ("new bus rapid transit stations", "=", 9, "stations", "2026-06-30"),
            ("dedicated lanes", "=", 14, "km", "2026-06-30"),
        ],
    ),
    (
        "The programme targets 3,000 farmers, including 1,200 women farmers, by 2026.",
        [
            ("farmers", "=", 3000, "farmers", "2026-12-31"),
            ("women farmers", "=", 1200, "farmers", "2026-12-31"),
        ],
    ),
    (
        "Each district must install no fewer than five monitoring stations by 30 June 2025.",
        [
            ("monitoring stations per district", ">=", 5, "stations", "2025-06-30"),
        ],
    ),
    (
        "Single-occupancy vehicle commuting to fall below 50%.",
        [
            ("single-occupancy vehicle commuting", "<=", 50, "%", ""),
        ],
    ),
    (
        "Reach 1 million EVs on the road by 2030.",
        [
            ("EVs on the road", "=", 1, "million EVs", "2030-12-31"),
        ],
    ),
    (
        "The aim is a 30 percent cut in food waste by 2030 (compared with 2020).",
        [
            ("food waste", "decrease_by", 30, "%", "2030-12-31", 2020),
        ],
    ),
    (
        "Water reuse is to be expanded twofold by 2030.",
        [
            ("water reuse", "multiply_by", 2, "", "2030-12-31"),
        ],
    ),
    (
        "Forest cover will be maintained at above 40% throughout the plan period.",
        [
            ("forest cover", ">=", 40, "%", ""),
        ],
    ),
    (
        "Establish 5 regional innovation hubs (one per region) by 2025.",
        [
            ("regional innovation hubs established", "=", 5, "hubs", "2025-12-31"),
        ],
    ),
    (
        "The council will reduce its own emissions to net zero by 2030 and the city's emissions by 80 per cent by 2040.",
        [
            ("city's emissions", "decrease_by", 80, "%", "2040-12-31"),
        ],
    ),
    (
        "By 2026 the average energy use of street lights will be 40% lower than in 2019.",
        [
            ("average energy use of street lights", "decrease_by", 40, "%", "2026-12-31", 2019),
        ],
    ),
    (
        "Not less than 10% of the budget shall be spent on active travel.",
        [
            ("budget spent on active travel", ">=", 10, "%", ""),
        ],
    ),
    (
        "In 2030, 6 out of 10 new homes are to be built of timber.",
        [
            ("new homes built of timber", "=", 60, "%", "2030-12-31"),
        ],
    ),
    (
        "Up to 400 jobs will be created.",
        [
            ("jobs created", "<=", 400, "jobs", ""),
        ],
    ),
    (
        "Nitrogen fertiliser use is to be cut by at least a fifth by 2030.",
        [
            ("nitrogen fertiliser use", "decrease_by>=", 20, "%", "2030-12-31"),
        ],
    ),
    (
        "Wastewater reuse: 30% by 2027; 50% by 2032.",
        [
            ("wastewater reuse", "=", 30, "%", "2027-12-31"),
            ("wastewater reuse", "=", 50, "%", "2032-12-31"),
        ],
    ),
    (
        "Cycling's modal share to increase from 4% to 12%.",
        [
            ("cycling's modal share", "=", 12, "%", ""),
        ],
    ),
    (
        "Section 3. Water\nThe utility will cut leakage by 30% by 2028 and 45% by 2035 against 2018 levels. In 2019, leakage was 112 million litres a day, 4% higher than the year before. By 2028 metering is to save 18 million litres a day and pressure control 9 million litres a day.",
        [
            ("leakage", "decrease_by", 30, "%", "2028-12-31", 2018),
            ("leakage", "decrease_by", 45, "%", "2035-12-31", 2018),
            ("metering", "decrease_by", 18, "million litres", "2028-12-31"),
            ("pressure control", "decrease_by", 9, "million litres", "2028-12-31"),
        ],
    ),
    (
        "By September 2026, 640 gas boilers will have been swapped for heat pumps and advice will be offered in 9 libraries.",
        [
            ("gas boilers swapped for heat pumps", "=", 640, "boilers", "2026-09-30"),
            ("libraries with advice", "=", 9, "libraries", "2026-09-30"),
        ],
    ),
    (
        "Vacancy rates in the east, west and harbour wards are to fall to 4, 5.5 and 3 per cent respectively by the end of 2027.",
        [
            ("vacancy rates in the east wards", "=", 4, "%", "2027-12-31"),
            ("vacancy rates in the west wards", "=", 5.5, "%", "2027-12-31"),
            ("vacancy rates in the harbour wards", "=", 3, "%", "2027-12-31"),
        ],
    ),
    (
        "The Department proposes to spend €8.4 million on peatland rewetting over 2024-2028, of which €1.6 million is set aside for monitoring.",
        [
            ("spending on peatland rewetting", "=", 8.4, "million €", "2024-01-01/2028-12-31"),
            ("spending on peatland rewetting set aside for monitoring", "=", 1.6, "million €", "2024-01-01/2028-12-31"),
        ],
    ),
    (
        "The proportion of pupils living within a 20-minute cycle of school should climb from 38% in 2021 to 55% in 2031, while school-run car trips drop by 12 percentage points.",
        [
            ("proportion of pupils living within a 20-minute cycle of school", "=", 55, "%", "2031-12-31", 2021),
            ("school-run car trips", "decrease_by", 12, "percentage points", "2031-12-31"),
        ],
    ),
    (
        "Biomethane injection is set to reach 40 GWh in 2026, 95 GWh in 2029 and 180 GWh in 2033. Of the 2033 volume, 30 GWh is earmarked for farms.",
        [
            ("biomethane injection", "=", 40, "GWh", "2026-12-31"),
            ("biomethane injection", "=", 95, "GWh", "2029-12-31"),
            ("biomethane injection", "=", 180, "GWh", "2033-12-31"),
            ("biomethane injection earmarked for farms", "=", 30, "GWh", "2033-12-31"),
        ],
    ),
    (
        "We shall inspect 900 food businesses every year, beginning with those rated poor.",
        [
            ("food businesses inspected", "=", 900, "businesses", ""),
        ],
    ),
    (
        "A further 2.4 million bulbs will be replaced by LEDs before the end of 2027.",
        [
            ("bulbs replaced by LEDs", "increase_by", 2.4, "million bulbs", "2027-12-31"),
        ],
    ),
    (
        "One third of the taxi fleet must be electric by 2027, and by then three quarters of council cars should be shared.",
        [
            ("taxi fleet electric", "=", 33.33, "%", "2027-12-31"),
            ("council cars shared", "=", 75, "%", "2027-12-31"),
        ],
    ),
    (
        "The strategy seeks to trim per-household electricity demand by 8 to 12 per cent by 2027 relative to 2019.",
        [
            ("per-household electricity demand", "decrease_by_range", (8, 12), "%", "2027-12-31", 2019),
        ],
    ),
    (
        "Ambient ozone shall stay under 100 µg/m3 from 2028 on in all districts.",
        [
            ("ambient ozone", "<=", 100, "µg/m3", "2028-01-01"),
        ],
    ),
    (
        "The agency intends to triple the area of urban meadows to 90 ha by 2029.",
        [
            ("area of urban meadows", "multiply_by", 3, "", "2029-12-31"),
            ("area of urban meadows", "=", 90, "ha", "2029-12-31"),
        ],
    ),
    (
        "By 2028 the Transport Executive will:\n(a) open 26 interchange hubs;\n(b) make at least 80% of stops step-free;\n(c) withdraw the remaining 75 diesel ferries.",
        [
            ("interchange hubs opened", "=", 26, "hubs", "2028-12-31"),
            ("stops step-free", ">=", 80, "%", "2028-12-31"),
            ("diesel ferries withdrawn", "=", 75, "ferries", "2028-12-31"),
        ],
    ),
    (
        "Roughly $60 million will be raised through green bonds by 2026 to pay for cool roofs.",
        [
            ("finance raised through green bonds", "~", 60, "million $", "2026-12-31"),
        ],
    ),
    (
        "The Council strives to end rough sleeping and to lower damp-related complaints by 1,200 by 2027.",
        [
            ("damp-related complaints", "decrease_by", 1200, "complaints", "2027-12-31"),
        ],
    ),
    (
        "The fund will support 2,000 fishers by 2027, including 700 women and 150 young people entering the trade.",
        [
            ("fishers", "=", 2000, "fishers", "2027-12-31"),
            ("women", "=", 700, "women", "2027-12-31"),
            ("young people entering the trade", "=", 150, "people", "2027-12-31"),
        ],
    ),
    (
        "Just 12% of plastic is recycled today; the roadmap lifts this to 30% by 2028 and 50% by 2033.",
        [
            ("plastic recycled", "=", 30, "%", "2028-12-31"),
            ("plastic recycled", "=", 50, "%", "2033-12-31"),
        ],
    ),
    (
        "We intend to add 60 ha of mangrove and reopen 7 km of buried stream by 2030.",
        [
            ("mangrove", "increase_by", 60, "ha", "2030-12-31"),
            ("buried stream reopened", "=", 7, "km", "2030-12-31"),
        ],
    ),
    (
        "The first 12 electric trains are to enter service by the fourth quarter of 2024 and 36 by the end of 2026.",
        [
            ("electric trains entering service", "=", 12, "trains", "2024-12-31"),
            ("electric trains entering service", "=", 36, "trains", "2026-12-31"),
        ],
    ),
    (
        "Over the next four years the Board will repair more than 55% of its reservoirs.",
        [
            ("reservoirs repaired", ">=", 55, "%", "2027-05-10"),
        ],
    ),
    (
        "Managers must ensure that 60% of meals are plant-based, 40% of linen is organic and no more than 8% of food is thrown away.",
        [
            ("meals plant-based", "=", 60, "%", ""),
            ("linen organic", "=", 40, "%", ""),
            ("food thrown", "<=", 8, "%", ""),
        ],
    ),
    (
        "Between 40 and 55 GWh of heat is to be recovered from sewage by 2031.",
        [
            ("heat recovered from sewage", "range", (40, 55), "GWh", "2031-12-31"),
        ],
    ),
    (
        "The poultry sector is obliged to halve its ammonia losses by 2033 compared with 2017.",
        [
            ("poultry sector ammonia losses", "decrease_by", 50, "%", "2033-12-31", 2017),
        ],
    ),
    (
        "During the third programme period (2025-2029) the Soil Fund will pay out £90 million, or £18 million a year.",
        [
            ("Soil Fund payments", "=", 90, "million £", "2025-01-01/2029-12-31"),
            ("Soil Fund payments", "=", 18, "million £", ""),
        ],
    ),
    (
        "Compared with 2014, the airport must reduce carbon monoxide by at least 50%, nitrogen dioxide by more than 35% and noise complaints by 20% before the end of 2029.",
        [
            ("carbon monoxide", "decrease_by>=", 50, "%", "2029-12-31", 2014),
            ("nitrogen dioxide", "decrease_by>=", 35, "%", "2029-12-31", 2014),
            ("noise complaints", "decrease_by", 20, "%", "2029-12-31", 2014),
        ],
    ),
    (
        "Mean tram speeds in the centre are to rise by 10% from 2021 levels by 2026, and punctuality by 8%.",
        [
            ("mean tram speeds in the centre", "increase_by", 10, "%", "2026-12-31", 2021),
            ("punctuality", "increase_by", 8, "%", "2026-12-31", 2021),
        ],
    ),
    (
        "Subject to approval, the province will aim to raise yearly forest payments by $3-4 million from 2026 onwards.",
        [
            ("yearly forest payments", "increase_by_range", (3, 4), "million $", "2026-01-01"),
        ],
    ),
    (
        "Emissions from the glass cluster will drop from 2.2 million t in 2018 to 1.3 million t in 2031.",
        [
            ("emissions from the glass cluster", "=", 1.3, "million t", "2031-12-31", 2018),
        ],
    ),
    (
        "For the next two years, roughly 80 nurses a year will be trained in heat response, and by the end of next year every clinic is to name one heat officer.",
        [
            ("nurses trained in heat response", "~", 80, "nurses", ""),
            ("heat officer per clinic", "=", 1, "officer", "2024-12-31"),
        ],
    ),
    (
        "Two training ships and five simulators will enter service in 2026 and 2027 respectively.",
        [
            ("training ships entering service", "=", 2, "ships", "2026-12-31"),
            ("simulators entering service", "=", 5, "simulators", "2027-12-31"),
        ],
    ),
    (
        "Having missed its 2022 goal of 15%, the town now commits to a 35% tree survival rate by 2027, with watering costs down 10 percent.",
        [
            ("tree survival rate", "=", 35, "%", "2027-12-31"),
            ("watering costs", "decrease_by", 10, "%", "2027-12-31"),
        ],
    ),
    (
        "Average freight emissions of new vans shall not exceed 120 g/km from 2026 and 70 g/km from 2029.",
        [
            ("average freight emissions of new vans", "<=", 120, "g/km", "2026-01-01"),
            ("average freight emissions of new vans", "<=", 70, "g/km", "2029-01-01"),
        ],
    ),
    (
        "The storage roadmap targets 3.5 GWh of batteries by 2031. By the same date, storage costs are to fall below $80/kWh and 25 substations will be upgraded.",
        [
            ("batteries", "=", 3.5, "GWh", "2031-12-31"),
            ("storage costs", "<=", 80, "$/kWh", "2031-12-31"),
            ("substations upgraded", "=", 25, "substations", "2031-12-31"),
        ],
    ),
    (
        "By 2028 patronage will grow by a quarter, and two fifths of the maintenance budget will go to cycle routes.",
        [
            ("patronage", "increase_by", 25, "%", "2028-12-31"),
            ("maintenance budget going to cycle routes", "=", 40, "%", "2028-12-31"),
        ],
    ),
    (
        "Around 18 thousand workers are to be retrained in construction by 2033, some 5 thousand of them in rural areas.",
        [
            ("workers retrained in construction", "~", 18, "thousand workers", "2033-12-31"),
            ("workers retrained in construction in rural areas", "~", 5, "thousand workers", "2033-12-31"),
        ],
    ),
    (
        "Output of certified timber will be doubled by 2029, while illegal felling is to be cut by two thirds.",
        [
            ("output of certified timber", "multiply_by", 2, "", "2029-12-31"),
            ("illegal felling", "decrease_by", 66.67, "%", "2029-12-31"),
        ],
    ),
    (
        "Within 24 months of approval of this strategy on 3 March 2023, officers are to publish plans for four heat networks.",
        [
            ("plans for heat networks", "=", 4, "networks", "2025-05-10"),
        ],
    ),
    (
        "Our ambitions for 2032 are clear. Four in five children will walk to school. Wetlands will cover 8% of the district. Another 15 markets will be pedestrianised.",
        [
            ("children walking to school", "=", 80, "%", "2032-12-31"),
            ("wetlands cover", "=", 8, "%", "2032-12-31"),
            ("markets pedestrianised", "increase_by", 15, "markets", "2032-12-31"),
        ],
    ),
    (
        "Priority 2: Cleaner port (target year 2029)\nBerth emissions fall to 12,000 tonnes. Some 18 cranes are electrified. Shore-power use triples.",
        [
            ("berth emissions", "=", 12000, "tonnes", "2029-12-31"),
            ("cranes electrified", "~", 18, "cranes", "2029-12-31"),
            ("shore-power use", "multiply_by", 3, "", "2029-12-31"),
        ],
    ),
    (
        "Single-use cups are to be removed from 85% of stadium kiosks, and refill points installed at all of them, by 1 March 2026.",
        [
            ("stadium kiosks without single-use cups", "=", 85, "%", "2026-03-01"),
        ],
    ),
    (
        "The Safe Routes scheme will reach 220 schools by July 2027. Of these, 90 will get zebra crossings and 45 cycle training.",
        [
            ("schools reached by Safe Routes scheme", "=", 220, "schools", "2027-07-31"),
            ("schools getting zebra crossings", "=", 90, "schools", "2027-07-31"),
            ("schools getting cycle training", "=", 45, "schools", "2027-07-31"),
        ],
    ),
    (
        "Milestones for clean cooking:\n- 2024: 20% of households\n- 2027: 45%\n- 2032: 90%",
        [
            ("clean cooking in households", "=", 20, "%", "2024-12-31"),
            ("clean cooking in households", "=", 45, "%", "2027-12-31"),
            ("clean cooking in households", "=", 90, "%", "2032-12-31"),
        ],
    ),
    (
        "Although traffic is forecast to rise 18% by 2035, the ring road is meant to keep daily flows at 60,000 vehicles or fewer from 2029.",
        [
            ("daily flows", "<=", 60000, "vehicles", "2029-01-01"),
        ],
    ),
    (
        "Heat pumps will supply 40% of the town's heat by 2031, with waste heat accounting for 22% and solar thermal for at least 3%.",
        [
            ("heat pumps in town's heat", "=", 40, "%", "2031-12-31"),
            ("waste heat in town's heat", "=", 22, "%", "2031-12-31"),
            ("solar thermal in town's heat", ">=", 3, "%", "2031-12-31"),
        ],
    ),
    (
        "Green Skills and Schools Programme 2025-2030\n• Schools with a food garden: 140\n• Energy use per pupil: down by about 15% on 2023\n• Opening hours: 9 a.m. to 4 p.m.\n• Climate coaches: 60 more than today\n• Average wait for an energy audit: 45 days or less",
        [
            ("schools with a food garden", "=", 140, "schools", "2025-01-01/2030-12-31"),
            ("energy use per pupil", "decrease_by~", 15, "%", "2025-01-01/2030-12-31", 2023),
            ("climate coaches", "increase_by", 60, "coaches", "2025-01-01/2030-12-31"),
            ("average wait for an energy audit", "<=", 45, "days", "2025-01-01/2030-12-31"),
        ],
    ),
    (
        "By 2035 the Authority shall have relocated 4,800 households out of the flood zone, built 36 km of levees and planted mangroves along 22 km of shore.",
        [
            ("households relocated out of the flood zone", "=", 4800, "households", "2035-12-31"),
            ("levees built", "=", 36, "km", "2035-12-31"),
            ("shore planted", "=", 22, "km", "2035-12-31"),
        ],
    ),
    (
        "At most 10% of school meals may contain beef from September 2025.",
        [
            ("school meals with beef", "<=", 10, "%", "2025-09-01"),
        ],
    ),
    (
        "Solid-waste collection will be extended from 62 to 90 per cent of urban wards in the next four years.",
        [
            ("urban wards with solid-waste collection", "=", 90, "%", "2027-05-10"),
        ],
    ),
    (
        "In 2021, 42% of glass was collected. This is to rise to 60% by 2030.",
        [
            ("glass collected", "=", 60, "%", "2030-12-31"),
        ],
    ),
    (
        "The council resolved that 40% of spending be directed to local firms by 2027.",
        [
            ("spending directed to local firms", "=", 40, "%", "2027-12-31"),
        ],
    ),
    (
        "The board approved a goal of 90% renewable electricity by 2030.",
        [
            ("renewable electricity", "=", 90, "%", "2030-12-31"),
        ],
    ),
    (
        "The aim is for 60% of garden waste to be recycled by 2030.",
        [
            ("garden waste recycled", "=", 60, "%", "2030-12-31"),
        ],
    ),
    (
        "From a base of 40 chargers and 12 hubs, the borough will have 200 chargers and 30 hubs by 2028.",
        [
            ("chargers", "=", 200, "chargers", "2028-12-31"),
            ("hubs", "=", 30, "hubs", "2028-12-31"),
        ],
    ),
    (
        "By 2030 the borough will have three times the 2019 number of chargers.",
        [
            ("chargers", "multiply_by", 3, "times", "2030-12-31", 2019),
        ],
    ),
    (
        "Water use will fall 12% against the 2011-2015 average by 2030.",
        [
            ("water use", "decrease_by", 12, "%", "2030-12-31", 2015),
        ],
    ),
    (
        "We will save 40,000 tonnes of emissions in housing, 12,000 in transport and 3,000 in schools by 2030.",
        [
            ("emissions in housing", "decrease_by", 40000, "tonnes", "2030-12-31"),
            ("emissions in transport", "decrease_by", 12000, "tonnes", "2030-12-31"),
            ("emissions in schools", "decrease_by", 3000, "tonnes", "2030-12-31"),
        ],
    ),
    (
        "We will insulate 3,000 homes; the deadline is June 2027.",
        [
            ("homes insulated", "=", 3000, "homes", "2027-06-30"),
        ],
    ),
    (
        "Public buildings will use no more than 300 GWh by 2030.",
        [
            ("energy use of public buildings", "<=", 300, "GWh", "2030-12-31"),
        ],
    ),
]

# What a reader takes for a target at first sight, and is none.
NO_TARGETS = [
    "The national package requires a 55% cut in emissions by 2030.",
    "The city has installed 1,200 charging points since 2019.",
    "Emissions fell 12% between 2010 and 2020.",
    "In 2021, renewables accounted for 43% of electricity generation.",
    "The borough is home to 312,000 people and 18 parks.",
    "Without intervention, sea levels could rise by 1 metre by 2100.",
    "Climate models project 35 additional days above 35°C per year by 2050.",
    "Households with an income below $60,000 are eligible.",
    "The grant covers up to 50% of installation costs, capped at £5,000 per home.",
    "A penalty of €200 applies to each missed inspection.",
    "Parking permits cost £120 a year for vehicles emitting over 150 g/km.",
    "The plan is reviewed every two years and updated at least once every five years.",
    "Comments must be received within 30 days of publication.",
    "Licences are valid for 25 years from the date of issue.",
    "This policy implements Regulation (EU) 2018/1999 and Directive 2010/31/EU.",
    "See Table 4.2 and Figures 3 to 5 on page 17.",
    "The Paris Agreement seeks to limit global warming to 1.5°C above pre-industrial levels.",
    "The strategy rests on five pillars and 14 actions.",
    "More than 300 people attended the four public workshops held in March 2022.",
    "The Climate Change Act 2008 requires carbon budgets to be set for each five-year period.",
    "Buildings taller than 18 metres must submit a fire-safety case.",
    "Large emitters (over 25,000 tCO2e a year) report annually.",
    "It is estimated that the measure would cost $4 million.",
    "If uptake exceeds 60%, the subsidy will be reviewed.",
    "Our 2030 target is set out in Chapter 3.",
    "The tax rate on diesel is 47.5 cents per litre.",
    "Some residents already pay more than 10% of their income on energy.",
    "As of June 2022, 18 of the 24 councils had adopted a climate plan.",
    "The new rules apply from 1 January 2024 to all dwellings built before 1990.",
    "The programme ran from 2016 to 2021 and cost £2.3 million.",
    "A typical home uses 12,000 kWh of gas a year.",
    "The 100 largest companies account for 71% of industrial emissions.",
    "The working group consists of 12 members appointed for three years.",
    "For further information call 0800 123 456 or write to 12 Harbour Road.",
    "We want to make the city greener, healthier and more liveable.",
    "Operators shall keep records for six years.",
    "One in five cars sold last year was electric.",
    "By 2050 the population is forecast to reach 4.1 million.",
    "The average bus fleet age is 8 years, compared with 12 years in 2015.",
    "The fee for a second vehicle rises to $90 in 2025.",
    "The forum meets four times a year and brings together 40 organisations.",
    "Cities consume 78% of the world's energy and produce more than 60% of emissions.",
    "Adopted by the Council on 12 May 2022 (Minute 2022/147).",
    "Only 3 of the 11 targets in the 2015 plan were met.",
    "The levy would raise about $14 million a year.",
    "Scope 1 and 2 emissions are reported under ISO 14064.",
    "Demand could double by 2040.",
    "Electricity use has doubled since 2000.",
    "The report contains 45 recommendations grouped under 6 themes.",
    "Developments of 10 or more dwellings must provide a travel plan.",
    "An applicant must notify the authority at least 28 days before works begin.",
    "Rents may be increased by no more than 3% a year.",
]
