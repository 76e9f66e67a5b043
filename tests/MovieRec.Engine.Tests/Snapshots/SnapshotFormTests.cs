using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Snapshots;
using MovieRec.Engine.Titles;
using static MovieRec.Engine.Tests.Some;

namespace MovieRec.Engine.Tests.Snapshots;

/// <summary>Round trip of a catalogue through its snapshot.</summary>
public sealed class SnapshotFormTests
{
    private static readonly Title s_full = Film(603, "The Matrix", 28, 878) with
    {
        OriginalName = "Матрица",
        ReleaseDate = "1999-03-31",
        Cast = ["Keanu Reeves", "Carrie-Anne Moss"],
        Directors = ["Lana Wachowski", "Lilly Wachowski"],
        Keywords = ["artificial intelligence", "dystopia"],
        Countries = ["US", "AU"],
        OriginalLanguage = "en",
        Certification = "R",
        RuntimeMinutes = 136,
        VoteAverage = 8.219,
        VoteCount = 26_543,
        Popularity = 103.5871,
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(300)]
    [InlineData(12_000)]
    public void Snapshot_AnyTitles_ComeBackTheSame(int count)
    {
        for (var seed = 0; seed < (count > 1_000 ? 1 : 10); seed++)
        {
            var catalogue = RandomCatalogue.Make(new Random(seed), count);
            var titles = Enumerable.Range(0, catalogue.Count).Select(row => catalogue[row]).ToArray();
            var read = Read(SnapshotWriter.Write(new CatalogueContent($"tmdb-{seed}", titles)));
            read.Version.ShouldBe($"tmdb-{seed}");
            read.Titles.Select(Text)
                .ShouldBe(
                    titles.Select(
                        title =>
                            Text(title with
                            {
                                ReleaseDate = title.Year is null ? null : title.ReleaseDate,
                                Cast = [.. title.Cast.Distinct()],
                                Directors = [.. title.Directors.Distinct()],
                            })));
        }
    }

    [Fact]
    public void Snapshot_FullTitle_KeepsWhatScoringReadsAndNoMore()
    {
        var read =
            RoundTrip(
                s_full with
                {
                    Overview = "A hacker",
                    PosterPath = "/p.jpg",
                    BackdropPath = "/b.jpg",
                    ImdbId = "tt0133093",
                    WikidataId = "Q83495",
                });
        Text(read).ShouldBe(Text(s_full));
        (read.Overview ?? read.PosterPath ?? read.BackdropPath ?? read.ImdbId ?? read.WikidataId).ShouldBeNull();
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("A\u0000B\nC", "\uFEFF")]
    [InlineData("日本沈没 🎬", "ß")]
    [InlineData("half \uD800", "half \uFFFD")]
    public void Snapshot_OddTexts_ComeBack(string name, string? other)
    {
        var odd =
            s_full with
            {
                Name = name,
                OriginalName = other,
                Keywords = ["", name],
                Countries = ["", name, "US"],
                OriginalLanguage = other,
                Certification = name,
            };
        var read = RoundTrip(odd);
        read.Name.ShouldBe(name.Replace('\uD800', '\uFFFD'));
        (read.OriginalName, read.OriginalLanguage).ShouldBe((other, other));
        read.Countries.ShouldBe(["", read.Name, "US"]);
        read.Keywords.ShouldBe(["", read.Name]);
        read.Certification.ShouldBe(read.Name);
    }

    [Theory]
    [InlineData("1999", "1999")]
    [InlineData("1999-03-31", "1999-03-31")]
    [InlineData("0001-99-00", "0001-99-00")]
    [InlineData("9999", "9999")]
    [InlineData("1999-03", "1999")]
    [InlineData("1999-3-31 ", "1999")]
    [InlineData("31.03.1999", null)]
    [InlineData("soon", null)]
    [InlineData("-100", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Snapshot_ReleaseDate_KeepsTheYearAtLeast(string? date, string? read)
    {
        RoundTrip(s_full with { ReleaseDate = date }).ReleaseDate.ShouldBe(read);
    }

    [Fact]
    public void Snapshot_Extremes_ComeBackExactly()
    {
        Title[] titles =
        [
            s_full with
            {
                Key = new TitleKey(MediaKind.Tv, TitleKey.MaxId),
                VoteAverage = 7.21349,
                VoteCount = int.MaxValue,
                Popularity = 1.0 / 3,
                RuntimeMinutes = int.MinValue,
            },
            s_full with
            {
                Key = new TitleKey(MediaKind.Movie, 1),
                VoteAverage = 0,
                VoteCount = 0,
                Popularity = double.MaxValue,
                RuntimeMinutes = 0,
                GenreIds = [int.MinValue, int.MaxValue, 0],
            },
            s_full with
            {
                Key = new TitleKey(MediaKind.Tv, TitleKey.MaxId - 1),
                VoteAverage = double.NaN,
                VoteCount = -1,
                Popularity = -0.0001,
                GenreIds = [],
            },
            s_full with
            {
                Key = new TitleKey(MediaKind.Movie, 9_000_000_000),
                VoteAverage = null,
                VoteCount = null,
                Popularity = double.PositiveInfinity,
                RuntimeMinutes = null,
            },
        ];
        Read(SnapshotWriter.Write(new CatalogueContent("tmdb-x", titles))).Titles.Select(Text).ShouldBe(titles.Select(Text));
    }

    [Fact]
    public void Snapshot_ManyPeople_KeepsTheFirstDifferentOnes()
    {
        var read = RoundTrip(s_full with
        {
            Cast = ["Penélope Cruz", "penelope cruz", "!", .. Enumerable.Range(0, 12).Select(i => $"Actor {i}")],
            Directors = ["A", "a", "B", "C", "D", "E"],
        });
        read.Cast.ShouldBe(["Penélope Cruz", .. Enumerable.Range(0, 9).Select(i => $"Actor {i}")]);
        read.Directors.ShouldBe(["A", "B", "C", "D"]);
    }

    [Fact]
    public void Snapshot_WithoutNames_HasTokens()
    {
        var snapshot = SnapshotWriter.Write(new CatalogueContent("tmdb-x", [s_full]));
        var read = Read(snapshot with { Names = default }).Titles.ShouldHaveSingleItem();
        Text(read)
            .ShouldBe(
                Text(s_full with
                {
                    Cast = [.. s_full.Cast.Select(PersonToken.Create)],
                    Directors = [.. s_full.Directors.Select(PersonToken.Create)]
                }));
    }

    [Fact]
    public void Snapshot_TrendingAndAliases_ComeBack()
    {
        var (film, series) = (new TitleKey(MediaKind.Movie, 603), new TitleKey(MediaKind.Tv, 7));
        var content = new CatalogueContent("tmdb-x", [s_full])
        {
            Trending = [series, film],
            Aliases = new Dictionary<TitleKey, TitleKey>
            { [new(MediaKind.Movie, 9_088_414_748)] = film, [new(MediaKind.Tv, 9_088_414_748)] = series },
        };
        var read = Read(SnapshotWriter.Write(content));
        read.Trending.ShouldBe(content.Trending);
        read.Aliases.ShouldBe(content.Aliases, ignoreOrder: true);
    }

    [Fact]
    public void Write_SameContent_GivesTheSameBytes()
    {
        var titles = EmbeddedTitles.All[..500];
        var aliases = titles.Select((title, i) => (title.Key, Alias: new TitleKey(MediaKind.Tv, i + 1))).ToArray();
        var (one, other) = (Written(aliases), Written(aliases.Reverse()));
        one.Core.Span.SequenceEqual(other.Core.Span).ShouldBeTrue();
        one.Names.Span.SequenceEqual(other.Names.Span).ShouldBeTrue();

        EncodedSnapshot Written(IEnumerable<(TitleKey Key, TitleKey Alias)> pairs) =>
            SnapshotWriter.Write(
                new CatalogueContent("embedded-1", titles) { Aliases = pairs.ToDictionary(pair => pair.Alias, pair => pair.Key) });
    }

    [Fact]
    public void Write_RealCatalogue_StaysWithinTheSizes()
    {
        var titles = EmbeddedTitles.All;
        var snapshot = SnapshotWriter.Write(new CatalogueContent("embedded-1", titles));
        (snapshot.Core.Length / (double)titles.Length).ShouldBeLessThanOrEqualTo(80);
        (snapshot.Names.Length / (double)titles.Length).ShouldBeLessThanOrEqualTo(60);
        foreach (var (read, title) in Read(snapshot).Titles.Zip(titles))
            Text(read).ShouldBe(Text(title with { Cast = Kept(title.Cast, 10), Directors = Kept(title.Directors, 4) }));
    }

    private static string[] Kept(IReadOnlyList<string> names, int most) =>
        [.. names.DistinctBy(PersonToken.Create).Where(name => PersonToken.Create(name) != PersonToken.None).Take(most)];

    private static Title RoundTrip(Title title) =>
        Read(SnapshotWriter.Write(new CatalogueContent("tmdb-x", [title]))).Titles.ShouldHaveSingleItem();

    private static CatalogueContent Read(EncodedSnapshot snapshot)
    {
        SnapshotReader.TryRead(snapshot, out var content, out var reason).ShouldBeTrue(reason);
        return content!;
    }

    // Records compare lists by reference.
    private static string Text(Title title) => string.Join(
        '|', title.Key, title.Name, title.OriginalName ?? "null", title.ReleaseDate ?? "null", string.Join(',', title.GenreIds),
        string.Join(';', title.Cast),
        string.Join(';', title.Directors), string.Join(';', title.Keywords), string.Join(';', title.Countries), title.OriginalLanguage
            ?? "null",
        title.Certification ?? "null", title.RuntimeMinutes, title.VoteAverage?.ToString("R"), title.VoteCount,
        title.Popularity.ToString("R"));
}
