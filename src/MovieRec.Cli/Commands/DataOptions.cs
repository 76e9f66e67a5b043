using System.CommandLine;
using MovieRec.Api.Outcomes;
using MovieRec.Cli.Evaluating;
using MovieRec.Cli.Ratings;

namespace MovieRec.Cli.Commands;

/// <summary>Options for the source of the ratings and for their split into training and test part.</summary>
internal sealed class DataOptions
{
    private static readonly string[] s_protocols = ["r", "n", "cold-users", "cold-titles"];

    private readonly Option<string?> _ratings = new("--ratings")
    {
        Description =
        "A ratings file: MovieLens ratings.csv, u.data, ratings.dat, or user item rating timestamp; may be gzipped",
    };
    private readonly Option<string?> _train = new("--train") { Description = "The training part, instead of --ratings" };
    private readonly Option<string?> _test = new("--test") { Description = "The held-out part, with --train" };
    private readonly Option<string> _protocol = new("--protocol")
    {
        Description =
            "r: a quarter of every item's ratings held out; n: the newest rating of every user, ranked among 99 other titles; "
            + "cold-users: a tenth of the users, with 1, 3 and 5 titles known; cold-titles: a tenth of the titles",
        DefaultValueFactory = _ => "r",
    };
    private readonly Option<bool> _validation =
        new("--validation") { Description = "Hold out a part of the training part and evaluate on it; the test part is not used" };
    private readonly Option<int> _seed = new("--seed") { Description = "Seed of the split", DefaultValueFactory = _ => 42 };

    public void AddTo(Command command)
    {
        _protocol.AcceptOnlyFromAmong(s_protocols);
        foreach (var option in (Option[])[_ratings, _train, _test, _protocol, _validation, _seed])
            command.Add(option);
        command.Validators.Add(result =>
        {
            var (ratings, train, test) = (result.GetValue(_ratings), result.GetValue(_train), result.GetValue(_test));
            if (ratings is null == train is null)
                result.AddError("Give either --ratings FILE or --train FILE with --test FILE.");
            else if (test is not null && train is null)
                result.AddError("--test goes with --train.");
            else if (train is not null && test is null && result.GetValue(_protocol) == "r" && !result.GetValue(_validation))
                result.AddError("--train needs --test FILE, or --validation.");
        });
    }

    /// <summary>Reads the files and yields the requested experiments; each is built only when it is enumerated.</summary>
    /// <exception cref="ConfigurationException">A file cannot be used.</exception>
    public IEnumerable<Experiment> Read(ParseResult parsed)
    {
        var (protocol, seed) = (parsed.GetValue(_protocol)!, parsed.GetValue(_seed));
        var table = Read(parsed.GetValue(_ratings) ?? parsed.GetValue(_train)!, new NameNumbers(), new NameNumbers());
        var validation = parsed.GetValue(_validation);
        if (parsed.GetValue(_test) is { } test && !validation)
        {
            var held = Read(test, table.Users, table.Items);
            if (protocol == "r")
            {
                yield return Splits.Given("r", table.Users, table.Items, table.Ratings, held.Ratings);
                yield break;
            }
            // The other protocols make their own split.
            table = table with { Ratings = [.. table.Ratings, .. held.Ratings] };
        }
        else if (validation && protocol == "r" && parsed.GetValue(_ratings) is not null)
        {
            table = table with { Ratings = Splits.ByItem(table.Ratings, seed).Train };
        }
        foreach (var experiment in Divide(table, protocol, validation ? seed + 1 : seed))
            yield return experiment;
    }

    private static IEnumerable<Experiment> Divide(RatingsTable table, string protocol, int seed)
    {
        if (protocol == "n")
        {
            yield return Splits.Newest(table, seed);
        }
        else if (protocol == "cold-users")
        {
            foreach (var known in (int[])[1, 3, 5])
                yield return Splits.ColdUsers(table, known, seed);
        }
        else if (protocol == "cold-titles")
        {
            yield return Splits.ColdTitles(table, amongThemselves: false, seed);
            yield return Splits.ColdTitles(table, amongThemselves: true, seed);
        }
        else
        {
            var (train, test) = Splits.ByItem(table.Ratings, seed);
            yield return Splits.Given("r", table.Users, table.Items, train, test);
        }
    }

    private static RatingsTable Read(string path, NameNumbers users, NameNumbers items)
    {
        var table = RatingsFile.Read(path, users, items);
        Reporter.Unreadable(path, table.Unreadable);
        return table;
    }
}
