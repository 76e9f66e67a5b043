using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Cli.Importing;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Tests.Importing;

/// <summary>Import of titles that are not in the catalogue, with a source that may know them.</summary>
public sealed class SourceTests : AccountTests
{
    private readonly NotedTitles _noted = new();

    [Fact]
    public async Task Import_WhatTheSourceAloneHas_IsAddedInTheRowsWordsAndNoted()
    {
        var source = new FixedSource(
            title => title is { Name: "Unheard Of", Year: 2003, Key.Kind: MediaKind.Movie } ? new TitleKey(MediaKind.Movie, 4711) : null);
        var report = await ImportAsync(source, new ImportOptions());

        var entries = (await Account.Favourites.ReadAsync(Account.UserId, null, 10, TestContext.Current.CancellationToken)).Entries;
        entries.Select(entry => (entry.Key.ToString(), entry.Title, entry.ReleaseDate))
            .ShouldBe([("movie#4712", "By Its Number", "2004"), ("movie#4711", "Unheard Of", "2003")]);
        _noted.Keys.Select(key => key.ToString()).ShouldBe(["movie#4711", "movie#4712"], ignoreOrder: true);
        report.LeftOut.ShouldHaveSingleItem().Why.ShouldBe("not in the catalogue");
        source.Asked.ShouldBe(
            ["Nowhere", "Unheard Of"], ignoreOrder: true, "rows with the source's own number or in the catalogue need no request");
    }

    [Fact]
    public async Task Import_DryRun_NotesNothing()
    {
        await ImportAsync(new FixedSource(_ => new TitleKey(MediaKind.Movie, 4711)), new ImportOptions { DryRun = true });
        _noted.Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_TheSourceFails_TakesTheRestAndSaysSo()
    {
        var report = await ImportAsync(new FixedSource(_ => throw new SourceRefusedException("The key is refused.")), new ImportOptions());
        (await Account.KeysAsync(Account.Watchlist)).ShouldBe(["movie#949"]);
        report.LeftOut.ShouldContain(row => row.Name == "Nowhere" && row.Why == "not in the catalogue; The key is refused.");
    }

    private Task<ImportReport> ImportAsync(FixedSource source, ImportOptions options) => Account.ImportAsync(options, source, _noted,
    [
        new ImportedFile("f", 4,
        [
            Row(1, RowMeaning.Liked, "Unheard Of", 2003),
            Row(2, RowMeaning.Liked, "Nowhere", 2003),
            Row(3, RowMeaning.Wanted, "Heat", 1995),
            Row(4, RowMeaning.Liked, "By Its Number", 2004) with { TmdbId = 4712 },
        ], []),
    ]);

    private static ImportedRow Row(int line, RowMeaning meaning, string name, int year) => new("f", line, meaning)
    {
        Name = name,
        Year = year,
        Kind = MediaKind.Movie,
        At = new DateTimeOffset(2024, 1, line, 0, 0, 0, TimeSpan.Zero),
    };

    private sealed class FixedSource(Func<Title, TitleKey?> match) : IMediaSource
    {
        private readonly Lock _lock = new();

        public List<string> Asked { get; } = [];

        public Task<TitleKey?> MatchAsync(Title title, CancellationToken cancellationToken)
        {
            lock (_lock)
                Asked.Add(title.Name);
            return Task.FromResult(match(title));
        }

        public Task<SourcePage> ListAsync(SourceList list, int page, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<SourcePage> SearchAsync(string text, MediaKind? kind, int page, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<Title?> DetailsAsync(TitleKey key, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class NotedTitles : IWantedTitles
    {
        public List<TitleKey> Keys { get; } = [];

        public Task AddAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken)
        {
            Keys.AddRange(keys);
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<TitleKey>> ReadAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task RemoveAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
