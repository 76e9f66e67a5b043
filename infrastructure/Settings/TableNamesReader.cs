using System.Collections;
using System.Text.Json;
using System.Text.RegularExpressions;
using MovieRec.Api;
using MovieRec.Api.Outcomes;
using MovieRec.Aws;

namespace MovieRec.Infrastructure.Settings;

/// <summary>
/// Reads <c>tableNames</c>: <c>Favourites=films-favourites,Watchlist=films-watchlist</c>, or an object in <c>cdk.json</c>.
/// </summary>
internal static partial class TableNamesReader
{
    private const string Example = "tableNames=Favourites=films-favourites,Watchlist=films-watchlist";

    public static TableNames Read(SettingValues values) => new(ReadGiven(values));

    /// <summary>Reads the given names; the other tables are left out.</summary>
    public static IReadOnlyDictionary<Table, string> ReadGiven(SettingValues values)
    {
        var names = new Dictionary<Table, string>();
        foreach (var (word, name) in Pairs(values))
        {
            if (!Enum.TryParse<Table>(word, out var table) || !string.Equals(table.ToString(), word, StringComparison.Ordinal))
            {
                throw new ConfigurationException(
                    $"tableNames names '{word}', but the tables are {string.Join(", ", Enum.GetNames<Table>())}: it looks like {Example}.");
            }
            if (!Name().IsMatch(name))
            {
                throw new ConfigurationException(
                    $"tableNames gives {word} the name '{name}', which DynamoDB does not accept: it looks like {Example}.");
            }
            if (!names.TryAdd(table, name))
                throw new ConfigurationException($"tableNames names {word} twice: it looks like {Example}.");
        }

        var all = new TableNames(names);
        if (Enum.GetValues<Table>().GroupBy(table => all[table], StringComparer.Ordinal)
            .FirstOrDefault(name => name.Skip(1).Any()) is { } shared)
        {
            throw new ConfigurationException(
                $"tableNames gives {string.Join(" and ", shared)} the same name '{shared.Key}': it looks like {Example}.");
        }
        return names;
    }

    private static IEnumerable<(string Word, string Name)> Pairs(SettingValues values) => values.Raw("tableNames") switch
    {
        null or "" => [],
        IDictionary fields => [.. fields.Keys.Cast<object>().Select(key => (Text(key), Text(fields[key])))],
        var value when Text(value).StartsWith('{') => [.. FromJson(Text(value))],
        var value => Text(value).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Pair),
    };

    private static (string, string) Pair(string text) => text.Split('=', StringSplitOptions.TrimEntries) is [var word, var name]
        ? (word, name)
        : throw new ConfigurationException($"tableNames has '{text}', which is not a pair of table and name: it looks like {Example}.");

    /// <summary>Reads an object of <c>cdk.json</c>, which jsii passes as text.</summary>
    private static List<(string, string)> FromJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.EnumerateObject().Select(field => (field.Name, field.Value.ToString()))];
        }
        catch (JsonException)
        {
            throw new ConfigurationException($"tableNames is not a JSON object: it looks like {Example}.");
        }
    }

    private static string Text(object? value) => Convert.ToString(value)?.Trim() ?? "";

    [GeneratedRegex(@"^[0-9A-Za-z_.-]{3,255}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
