#include "server/import/guestnames.h"

#include <array>
#include <span>
#include <string_view>

namespace deskbell::server {
namespace {

using Names = std::span<const std::string_view>;

struct People
{
    std::string_view countries; ///< codes between spaces
    Names given;
    Names family;
};

constexpr std::string_view ptGiven[]{"Ana",     "João",  "Maria",    "Pedro",  "Inês",    "Tiago",
                                     "Sofia",   "Rui",   "Catarina", "Miguel", "Beatriz", "Nuno",
                                     "Mariana", "André", "Teresa",   "Hugo",   "Leonor",  "Vasco"};
constexpr std::string_view ptFamily[]{"Silva",     "Santos",    "Ferreira", "Pereira", "Oliveira",
                                      "Costa",     "Rodrigues", "Martins",  "Sousa",   "Fernandes",
                                      "Gonçalves", "Lopes",     "Marques",  "Almeida", "Ribeiro",
                                      "Carvalho",  "Teixeira",  "Moreira"};
constexpr std::string_view esGiven[]{"Lucía", "Javier", "Carmen", "Álvaro", "Marta", "Sergio",
                                     "Elena", "Diego",  "Paula",  "Pablo",  "Irene", "Raúl"};
constexpr std::string_view esFamily[]{"García", "Martínez", "López",  "Sánchez", "Pérez",   "Gómez",
                                      "Ruiz",   "Jiménez",  "Moreno", "Álvarez", "Navarro", "Torres"};
constexpr std::string_view enGiven[]{"Oliver", "Emily",  "James",  "Charlotte", "Harry",  "Grace", "Thomas",
                                     "Alice",  "George", "Sophie", "William",   "Hannah", "Aoife", "Liam"};
constexpr std::string_view enFamily[]{"Smith",  "Jones",  "Taylor",  "Brown",  "Wilson", "Evans", "Walker",
                                      "Wright", "Murphy", "O'Brien", "Clarke", "Hughes", "Kelly", "Moore"};
constexpr std::string_view frGiven[]{"Camille", "Louis",  "Chloé", "Hugo",    "Manon", "Jules",
                                     "Hélène",  "Pierre", "Léa",   "Antoine", "Anaïs", "Mathieu"};
constexpr std::string_view frFamily[]{"Martin", "Bernard", "Dubois", "Lefèvre",  "Moreau", "Laurent",
                                      "Simon",  "Michel",  "Roux",   "Fournier", "Girard", "Mercier"};
constexpr std::string_view deGiven[]{"Lukas", "Anna", "Jonas",  "Lena", "Felix", "Marie",
                                     "Paul",  "Jana", "Jürgen", "Ute",  "Björn", "Katrin"};
constexpr std::string_view deFamily[]{"Müller", "Schmidt",  "Schneider", "Fischer", "Weber",  "Becker",
                                      "Wagner", "Hoffmann", "Schäfer",   "Koch",    "Krüger", "Vogel"};
constexpr std::string_view itGiven[]{"Giulia",    "Marco",  "Chiara", "Luca",
                                     "Francesca", "Matteo", "Sara",   "Paolo"};
constexpr std::string_view itFamily[]{"Rossi", "Bianchi", "Romano", "Colombo",
                                      "Ricci", "Greco",   "Conti",  "Gallo"};
constexpr std::string_view nlGiven[]{"Daan", "Emma", "Sem", "Sanne", "Bram", "Fleur", "Ruben", "Lotte"};
constexpr std::string_view nlFamily[]{"de Jong", "Jansen", "de Vries", "Bakker",
                                      "Visser",  "Smit",   "Peeters",  "Mulder"};
constexpr std::string_view plGiven[]{"Anna",      "Piotr", "Katarzyna", "Tomasz",
                                     "Agnieszka", "Paweł", "Olga",      "Ivan"};
constexpr std::string_view plFamily[]{"Nowak",     "Wójcik", "Kamińska", "Lewandowski",
                                      "Zielińska", "Petrov", "Novák",    "Horvat"};
constexpr std::string_view koGiven[]{"민준", "서연", "지우", "하은", "도윤",
                                     "수빈", "현우", "예진", "지호", "은서"};
constexpr std::string_view koFamily[]{"김", "이", "박", "최", "정", "강", "조", "윤", "장", "임"};
constexpr std::string_view zhGiven[]{"Wei", "Fang", "Jing", "Lei", "Yan", "Jun", "Xin", "Hao"};
constexpr std::string_view zhFamily[]{"Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Zhao", "Huang"};

constexpr People peoples[]{
    {" PRT BRA AGO MOZ ", ptGiven, ptFamily},
    {" ESP ARG MEX COL CHL ", esGiven, esFamily},
    {" GBR IRL USA AUS CAN NZL ZAF ", enGiven, enFamily},
    {" FRA BEL LUX MAR ", frGiven, frFamily},
    {" DEU AUT CHE ", deGiven, deFamily},
    {" ITA ", itGiven, itFamily},
    {" NLD SWE NOR DNK FIN ", nlGiven, nlFamily},
    {" POL RUS UKR CZE ROU HRV HUN ", plGiven, plFamily},
    {" KOR KR ", koGiven, koFamily},
    {" CHN CN TWN HKG ", zhGiven, zhFamily},
};

const People &peopleOf(const std::string &country)
{
    const std::string sought = ' ' + country + ' ';
    for (const People &people : peoples) {
        if (people.countries.find(sought) != std::string_view::npos)
            return people;
    }
    return peoples[2];
}

} // namespace

std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15u;
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9u;
    value = (value ^ value >> 27) * 0x94d049bb133111ebu;
    return value ^ value >> 31;
}

Guest inventGuest(const std::string &country, std::uint64_t seed, std::uint64_t n)
{
    const People &people = peopleOf(country);
    const std::uint64_t drawn = mixed(seed ^ mixed(n));
    const std::string given(people.given[drawn % people.given.size()]);
    const std::string family(people.family[(drawn >> 32) % people.family.size()]);
    const bool isKorean = people.family.data() == koFamily;
    Guest guest;
    guest.name = isKorean ? family + given : given + ' ' + family;
    guest.country = country;
    guest.language = isKorean ? "ko" : "en";
    guest.isInvented = true;
    guest.wantsNotices = false;
    return guest;
}

} // namespace deskbell::server
