using System.Globalization;

namespace MovieRec.Cli.Importing;

/// <summary>Lines of an import report for a terminal.</summary>
internal static class ReportText
{
    private const int MostRows = 20;

    public static IEnumerable<string> Lines(ImportReport report, bool dryRun)
    {
        foreach (var file in report.Files)
            yield return Text($"{file.Name}: {file.Lines:N0} rows, {report.LeftOut.Count(row => IsOf(row, file)):N0} of them skipped");
        yield return Text($"{report.Titles:N0} titles found. {(dryRun ? "Nothing is changed; this would be done:" : "Done:")}");
        yield return Text($"  favourites     {report.Favourites.Added,6:N0} added, {report.Favourites.Already:N0} already there");
        yield return Text($"  watchlist      {report.Watchlist.Added,6:N0} added, {report.Watchlist.Already:N0} already there");
        const string Reason = "watched titles are not recommended";
        yield return Text($"  not interested {report.Dismissed.Added,6:N0} added, {report.Dismissed.Already:N0} already there: {Reason}");
        if (report.NotFitting > 0)
        {
            yield return Text(
                $"  {report.NotFitting:N0} watched titles, the oldest, do not fit into the preferences and may be recommended.");
        }
        if (report.LeftOut.Count == 0)
            yield break;
        yield return Text(
            $"Skipped: {report.LeftOut.Count:N0} rows{(report.LeftOut.Count > MostRows ? Text($", the first {MostRows} of them") : "")}:");
        foreach (var row in report.LeftOut.Take(MostRows))
            yield return Plain(Text($"  {row.File}:{row.Line} {row.Name}{(row.Year is { } year ? Text($" ({year})") : "")}: {row.Why}"));
        if (report.LeftOut.Count > MostRows)
            yield return "For all of them use --report FILE.";
    }

    // A part of a JSON file is named after the file, followed by a colon.
    private static bool IsOf(LeftOut row, ImportedFile file) =>
        row.File == file.Name || row.File.StartsWith($"{file.Name}:", StringComparison.Ordinal);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // A title could contain a control sequence of the terminal.
    private static string Plain(string text) => new([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
}
