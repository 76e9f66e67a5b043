using System.Diagnostics.CodeAnalysis;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Search;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Tests.Search;

/// <summary>Search in small catalogues of similar words: results and order follow the rules.</summary>
public sealed class SearchModelTests
{
    private static readonly string[] s_words =
    [
        "alien", "Aliens", "alein", "Allen", "spider", "man", "spiderman", "Spider-Man", "the", "The", "a", "an", "of", "ii", "2", "V",
        "tom", "Cruise",
        "cruises", "heat", "hanks", "Thanks", "thank", "m", "s", "h", "star", "wars", "wras", "Amélie", "Æon", "ж", "джек", "七人の侍",
        "matrix", "latrix", "atrix", "matrices",
        "l", "J.", "J.J.", "&", "hall", "shall", "hallo",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [SuppressMessage("Security", "CA5394", Justification = "Made-up titles")]
    public void Search_AnyQuery_FindsWhatTheRulesSayInTheirOrder(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var catalogue = Catalogue(random, random.Next(1, 40));
            var (index, model) = (SearchIndex.Build(catalogue), new SearchModel(catalogue));
            for (var i = 0; i < 50; i++)
            {
                var query = Query(random, catalogue);
                MediaKind? kind = random.Next(3) == 0 ? (MediaKind)random.Next(2) : null;
                var expected = model.Search(query, kind);
                var found = index.Search(query, kind, 0, catalogue.Count, CancellationToken.None);
                found.Rows.ShouldBe(
                    expected, $"{query} of {string.Join("; ", expected.Union(found.Rows).Select(row => catalogue[row].ToString()))}");
                found.Total.ShouldBe(expected.Length);
                var (offset, limit) = (random.Next(6), random.Next(6));
                index.Search(query, kind, offset, limit, CancellationToken.None).ShouldSatisfyAllConditions(
                    page => page.Rows.ShouldBe(expected.Skip(offset).Take(limit)), page => page.Total.ShouldBe(expected.Length));
            }
        }
    }

    private static Catalogue Catalogue(Random random, int count) => Engine.Catalogues.Catalogue.Build(
        [
            .. Enumerable.Range(0, count).Select(id => new Title
            {
                Key = new TitleKey((MediaKind)random.Next(2), id),
                Name = Words(random, 1, 5),
                OriginalName = random.Next(4) == 0 ? Words(random, 0, 3) : null,
                Directors = random.Next(2) == 0 ? [Words(random, 1, 4)] : [],
                Cast = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Words(random, 0, 4))],
                Popularity = random.Next(5),
            }),
        ],
        "random");

    private static string Query(Random random, Catalogue catalogue)
    {
        var title = catalogue[random.Next(catalogue.Count)];
        var query = random.Next(6) switch
        {
            0 => title.Name,
            1 => title.Cast.Count > 0 ? title.Cast[0] : "",
            2 => title.Cast.Count > 0 ? $"{title.Name.Split(' ')[0]} {title.Cast[^1].Split(' ')[^1]}" : title.Name,
            _ => Words(random, 1, 4),
        };
        if (query.Length > 1 && random.Next(3) == 0)
            query = query[..random.Next(1, query.Length)];
        if (query.Length == 0 || random.Next(3) != 0)
            return query;
        var at = random.Next(query.Length);
        return random.Next(4) switch
        {
            0 => query.Remove(at, 1),
            1 => query.Insert(at, "l"),
            2 when at > 0 => query[..(at - 1)] + query[at] + query[at - 1] + query[(at + 1)..],
            _ => query[..at] + 'x' + query[(at + 1)..],
        };
    }

    private static string Words(Random random, int fewest, int most) =>
        string.Join(' ', Enumerable.Range(0, random.Next(fewest, most)).Select(_ => s_words[random.Next(s_words.Length)]));
}
