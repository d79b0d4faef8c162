"""The application, its routes and what guards them: the only place where data and page meet."""
