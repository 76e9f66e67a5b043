using System.CommandLine;
using System.Globalization;
using MovieRec.Api.Outcomes;
using MovieRec.Cli.Catalogues;
using MovieRec.Cli.Evaluating.Models;
using MovieRec.Engine.Collaborative.Training;
using MovieRec.Engine.Recommending;

namespace MovieRec.Cli.Commands;

/// <summary>Options for the parameters of the models.</summary>
internal sealed class ModelArguments
{
    private readonly Option<double?> _l2 =
        new("--l2") { Description = "EASE's L2 regularisation; 250 for the model ease, as in the reference figures, and 90 for the blend" };
    private readonly Option<double?> _damping =
        new("--damping") { Description = "A user with n items has the weight n^-damping; 0 for the model ease, 0.25 for the blend" };
    private readonly Option<int?> _cap = new("--cap") { Description = "Maximum number of titles that EASE is solved for; 10,000" };
    private readonly Option<int?> _neighbours = new("--neighbours") { Description = "Weights kept per title, on average; 100" };
    private readonly Option<string?> _items =
        new("--items") { Description = "A file of the items' facts: tab-separated item, title, year, genres, ... with a header line" };
    private readonly Option<string?> _catalogue =
        new("--catalogue") { Description = "Folder of catalogue*.jsonl; items are matched to its titles by name and year" };
    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Parameters of the blend, such as Content=12; see HybridOptions.cs",
        DefaultValueFactory = _ => [],
        AllowMultipleArgumentsPerToken = true,
    };

    public void AddTo(Command command)
    {
        Positive(_l2);
        Positive(_cap);
        Positive(_neighbours);
        foreach (var option in (Option[])[_l2, _damping, _cap, _neighbours, _items, _catalogue, _set])
            command.Add(option);
    }

    public string? GetItemsFile(ParseResult parsed) => parsed.GetValue(_items);

    public ModelOptions Read(ParseResult parsed) => new()
    {
        Items = parsed.GetValue(_items) is { } items ? ItemsFile.Read(items) : [],
        Catalogue = new CatalogueFolder(parsed.GetValue(_catalogue)),
        Blend = parsed.GetValue(_set)!.Aggregate(new HybridOptions(), Set),
        Ease = Read(parsed, TrainingOptions.Published),
        Training = Read(parsed, new TrainingOptions()),
    };

    public static HybridOptions Set(HybridOptions blend, string assignment)
    {
        var (name, value) = assignment.Split('=', 2) is [var left, var right] ? (left, right) : (assignment, "");
        var property = typeof(HybridOptions).GetProperty(name);
        if (property is null || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            throw new ConfigurationException(
                $"--set {assignment}: must be NAME=NUMBER, with one of "
                + $"{string.Join(", ", typeof(HybridOptions).GetProperties().Select(known => known.Name))}.");
        }
        var changed = blend with { };
        property.SetValue(changed, number);
        return changed;
    }

    private TrainingOptions Read(ParseResult parsed, TrainingOptions defaults) => defaults with
    {
        L2 = parsed.GetValue(_l2) ?? defaults.L2,
        HistoryDamping = parsed.GetValue(_damping) ?? defaults.HistoryDamping,
        Cap = parsed.GetValue(_cap) ?? defaults.Cap,
        Neighbours = parsed.GetValue(_neighbours) ?? defaults.Neighbours,
    };

    private static void Positive<T>(Option<T?> option)
        where T : struct, IComparable<T> => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0
            && (result.Errors.Any() || result.GetValueOrDefault<T?>() is not { } value || value.CompareTo(default) <= 0))
        {
            result.AddError($"{option.Name} must be a number above 0.");
        }
    });
}
