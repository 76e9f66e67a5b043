using MovieRec.Cli.Tests.Importing;
using MovieRec.TestKit;

namespace MovieRec.Cli.Tests.Commands;

/// <summary><c>import</c> as an operator starts it, while the service has the file open.</summary>
public sealed class ImportCommandTests : AccountTests
{
    private const string Ratings = "Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Heat,1995,u,5\n2024-01-03,Blade Runner,1982,u,2\n";

    [Fact]
    public async Task Import_AnExport_IsInTheListsAndTheRestIsReported()
    {
        var unknown = string.Concat(Enumerable.Range(1, 25).Select(i => $"2024-01-03,\"Unheard, of {i}\",1982,u,2\n"));
        var report = Path.Combine(Account.Folder, "left-out.csv");
        var (status, output, error) =
            await RunAsync("--user", "ME@example.com", Account.Write("ratings.csv", Ratings + unknown), "--report", report);

        status.ShouldBe(0, error);
        (await Account.KeysAsync(Account.Favourites)).ShouldBe(["movie#949"]);
        (await Account.PreferencesTextAsync()).ShouldBe("""{"notInterested":["movie#78"]}""");
        output.ShouldContain("Unheard, of 20 (1982): not in the catalogue");
        output.ShouldNotContain("Unheard, of 21");
        var lines = await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken);
        lines.Length.ShouldBe(26);
        lines[0].ShouldBe("file,line,title,year,reason");
        lines[25].ShouldEndWith("ratings.csv,28,\"Unheard, of 25\",1982,not in the catalogue");
    }

    /// <summary>Prefixes an apostrophe to text that begins a spreadsheet formula, because an export is foreign text.</summary>
    /// <remarks>The page's export does the same.</remarks>
    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "'=1+1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("Heat = cold", "Heat = cold")]
    public async Task Import_ReportOfATitleLikeAFormula_ShowsItAsText(string title, string shown)
    {
        var report = Path.Combine(Account.Folder, "left-out.csv");
        var export = Account.Write("ratings.csv", $"Date,Name,Year,Letterboxd URI,Rating\n2024-01-03,\"{title}\",1982,u,2\n");
        var (status, _, error) = await RunAsync("--user", ImportedAccount.Email, export, "--report", report);

        status.ShouldBe(0, error);
        var rows = await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken);
        rows[1].Replace("\"", "", StringComparison.Ordinal).ShouldEndWith($"ratings.csv,2,{shown},1982,not in the catalogue");
    }

    [Fact]
    public async Task Import_DryRun_ChangesNothingAndSaysSo()
    {
        var rows = Account.Rows();
        var (status, output, _) = await RunAsync("--user", ImportedAccount.Email, "--dry-run", Account.Write("ratings.csv", Ratings));
        status.ShouldBe(0);
        output.ShouldContain("Nothing is changed");
        Account.Rows().ShouldBe(rows);
    }

    [Theory]
    [InlineData("unknown@example.com", "ratings.csv", "No account here")]
    [InlineData(ImportedAccount.Unconfirmed, "ratings.csv", "is not confirmed yet")]
    [InlineData(ImportedAccount.Email, "no-such-file.csv", "cannot be read")]
    public async Task Import_WhatCannotBe_FailsWithASentenceAndChangesNothing(string email, string file, string sentence)
    {
        Account.Write("ratings.csv", Ratings);
        var rows = Account.Rows();
        var (status, _, error) = await RunAsync("--user", email, Path.Combine(Account.Folder, file));
        status.ShouldBe(1);
        error.ShouldContain(sentence);
        error.ShouldNotContain("   at ");
        Account.Rows().ShouldBe(rows);
    }

    [Fact]
    public async Task Import_WhereNoServiceHasRun_FailsWithASentence()
    {
        using var folder = new TemporaryFolder();
        var (status, _, error) =
            await Program.RunAsync("import", "--data", folder.Path, "--user", ImportedAccount.Email, Account.Write("ratings.csv", Ratings));
        status.ShouldBe(1);
        error.ShouldContain("does not exist");
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    private Task<(int Status, string Output, string Error)> RunAsync(params string[] arguments) =>
        Program.RunAsync(["import", "--data", Account.Folder, .. arguments]);
}
