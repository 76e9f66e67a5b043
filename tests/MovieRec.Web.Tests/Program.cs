using MovieRec.Web.Tests.Budgets;
using Xunit.Runner.InProc.SystemConsole;

// `figures` measures how long the first page takes and prints it: a figure of this machine, which no test may depend on.
return args is ["figures"] ? await Figures.PrintAsync() : await ConsoleRunner.Run(args);
